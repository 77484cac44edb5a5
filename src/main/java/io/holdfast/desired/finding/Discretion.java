package io.holdfast.desired.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must not be repeated, because it may be a secret. */
public final class Discretion {
    /**
     * Names whose last word, less a number, says that the value is the secret itself; {@code TOKEN_TTL} and {@code
     * SECRET_ARN} are not.
     */
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(.*(password|passwd|passphrase)|(^|.*[_.-])(pwd|secret|token|api_?key|private_?key|access_?key|secret_?key"
                    + "|signing_?key|encryption_?key|credentials?|dsn))(_?[0-9]+)?");

    /** Shapes that nothing but a credential has: those of AWS, PEM, GitHub, Slack, Stripe, SendGrid, JWT, user:password in a URL. */
    private static final Pattern SECRET_SHAPE =
            Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b|-----BEGIN [A-Z ]*PRIVATE KEY|\\bgh[pousr]_[0-9A-Za-z]{30}"
                    + "|\\bgithub_pat_|\\bxox[abprs]-|\\b[rs]k_(live|test)_|\\bSG\\.[\\w-]{16,64}\\.[\\w-]{16,64}"
                    + "|\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.|://[^/\\s:@]{1,100}:[^/\\s@]{1,200}@");

    /** A name with what it is given behind it, as in YAML, on a command line or in a connection string. */
    private static final Pattern NAMED = Pattern.compile("(?<![\\w.-])([\\w.-]++)[\"']?\\s*+[:=]");

    private static final Pattern CAMEL = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern OPAQUE =
            Pattern.compile("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[0-9A-Za-z+/=_-]{24,}", Pattern.DOTALL);

    /** Bits per character from which text without words is taken for chance; English stays below 4. */
    private static final double RANDOM = 4.2;

    /** Longer texts are judged by their beginning. */
    private static final int JUDGED = 4096;

    private Discretion() {}

    /** Whether a name says that its value is a secret. */
    public static boolean isSecretName(String name) {
        String words = CAMEL.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
        return SECRET_NAME.matcher(words).matches();
    }

    /**
     * Whether a value is a secret that should stand elsewhere.
     *
     * @param free whether the name is its author's own, as inside an {@code environment}, so that it says what it names
     */
    public static boolean isPlainSecret(String name, String value, boolean free) {
        boolean named = free && isSecretName(name) && isOpaque(value);
        return named || isSecretShape(value) || (free && isRandom(value));
    }

    /** Neither nothing, nor a switch, nor the name of something that is kept elsewhere. */
    private static boolean isOpaque(String value) {
        return !value.isEmpty() && !List.of("true", "false").contains(value) && !value.startsWith("arn:");
    }

    /** Whether a value has the shape of a credential, whatever its name. */
    public static boolean isSecretShape(String value) {
        return SECRET_SHAPE.matcher(head(value)).find();
    }

    /** Whether a value looks like chance: long, no words in it, every sort of character. */
    public static boolean isRandom(String value) {
        String head = head(value);
        return OPAQUE.matcher(head).matches() && entropy(head) >= RANDOM;
    }

    /** The value, unless it may be a secret. */
    public static Optional<String> shown(String name, String value) {
        return isSecretName(name) ? Optional.empty() : shownLine(value).map(line -> value);
    }

    /** A line of a file, unless something in it may be a secret. */
    public static Optional<String> shownLine(String line) {
        String head = head(line);
        boolean named = NAMED.matcher(head).results().anyMatch(it -> isSecretName(it.group(1)));
        boolean random = Stream.of(head.split("[\\s\"',:={}\\[\\]]+")).anyMatch(Discretion::isRandom);
        return named || random || isSecretShape(line) ? Optional.empty() : Optional.of(line.strip());
    }

    private static String head(String value) {
        return value.length() <= JUDGED ? value : value.substring(0, JUDGED);
    }

    private static double entropy(String value) {
        return value.chars()
                .distinct()
                .mapToDouble(letter -> value.chars().filter(it -> it == letter).count() / (double) value.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }
}
