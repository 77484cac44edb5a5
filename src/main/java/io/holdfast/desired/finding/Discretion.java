package io.holdfast.desired.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must not be repeated, because it may be a secret. */
public final class Discretion {
    /**
     * Names whose last word, less a number, says that the value is the secret itself; {@code TOKEN_TTL} and {@code
     * SECRET_ARN} are not.
     */
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(.*(password|passwd|passphrase)|(^|.*[_.-])(pwd|pass|pw|(db|pg|mysql|redis|smtp|mail|user|root|admin)pass"
                    + "|secret|secret_?key_?base|token|dsn|credentials?|creds"
                    + "|(api|private|access|secret|signing|encryption|licen[cs]e|session|cookie|hmac|master|auth)_?key"
                    + "))(_?[0-9]+)?");

    /**
     * Shapes that nothing but a credential has: those of AWS, PEM, GitHub, GitLab, Slack, Stripe, SendGrid, OpenAI, Google,
     * npm, JWT, user:password in a URL, and headers of HTTP.
     */
    private static final Pattern SECRET_SHAPE =
            Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b|-----BEGIN [A-Z ]*PRIVATE KEY|\\bgh[pousr]_[0-9A-Za-z]{30}"
                    + "|\\bgithub_pat_|\\bglpat-[\\w-]{20}|\\bxox[abprs]-|\\bhooks\\.slack\\.com/services/\\w+/\\w+/\\w"
                    + "|\\b[rs]k_(live|test)_|\\bSG\\.[\\w-]{16,64}\\.[\\w-]{16,64}|\\bsk-(proj|ant)-[\\w-]{16}"
                    + "|\\bAIza[\\w-]{35}|\\bnpm_[0-9A-Za-z]{36}|\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\."
                    + "|://[^/\\s:@]{0,100}:[^/\\s@]{1,200}@|(?i:\\b(bearer|basic) (?=\\S{0,40}[0-9])[\\w+/=.~-]{8})");

    /** {@code password=…} in text of any sort; what a shell or a template puts there stands elsewhere. */
    private static final Pattern GIVEN = Pattern.compile("(?<![\\w.-])([\\w.-]++)=[\"']?[^\\s\"'&;,$`{<%(]");

    /** A name with what it is given behind it, as in YAML, on a command line or in a connection string. */
    private static final Pattern NAMED = Pattern.compile("(?<![\\w.-])([\\w.-]++)[\"']?\\s*+[:=]");

    /** Maps whose names are their author's, or a driver's. */
    private static final Set<String> FREE = Set.of("environment", "options", "driverOpts");

    private static final Set<String> REFERENCES = Set.of("secrets", "secretOptions");

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
     * @param map the key of the map it stands in, which tells whether names in it are their author's own, and say what they
     *     name, and whether values in it name what is kept elsewhere
     */
    public static boolean isPlainSecret(String map, String name, String value) {
        boolean free = FREE.contains(map);
        boolean named = free && isSecretName(name) && isOpaque(value);
        boolean random = (free || isReference(map)) && !value.startsWith("/") && isRandom(value);
        return named || random || isSecretShape(value);
    }

    /** Whether the values of a map name what is kept elsewhere; what is none of these may be the secret itself. */
    public static boolean isReference(String map) {
        return REFERENCES.contains(map);
    }

    /** Neither nothing, nor a switch, nor the name of something that is kept elsewhere. */
    private static boolean isOpaque(String value) {
        return !value.isEmpty() && !List.of("true", "false").contains(value) && !value.startsWith("arn:");
    }

    /** Whether a value has the shape of a credential, whatever its name. */
    public static boolean isSecretShape(String value) {
        String head = head(value);
        return SECRET_SHAPE.matcher(head).find()
                || GIVEN.matcher(head).results().anyMatch(it -> isSecretName(it.group(1)));
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
