package io.holdfast.desired.git.trust;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a line of an allowed-signers file (ssh-keygen(1), ALLOWED SIGNERS). */
final class SignerLine {
    private static final String AUTHORITY = "cert-authority";
    private static final Set<String> OPTIONS = Set.of(AUTHORITY, "namespaces", "valid-after", "valid-before");
    private static final Pattern TIME = Pattern.compile("\\d{8}(?:\\d{4}(?:\\d{2})?)?Z?");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private final List<String> words;

    private SignerLine(List<String> words) {
        this.words = words;
    }

    /**
     * Reads one line; nothing for one that is empty or a remark, and for one that names an authority: certificates are
     * not taken, so that it allows nobody.
     */
    static Optional<AllowedSigner> read(String line) throws Unreadable {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#") ? Optional.empty() : new SignerLine(words(text)).signer();
    }

    /** Split at blanks, but not inside of quotes. */
    private static List<String> words(String text) throws Unreadable {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (text + " ").toCharArray()) {
            boolean ends = !quoted && Character.isWhitespace(c);
            quoted ^= c == '"';
            if (!ends) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (quoted) {
            throw new Unreadable("a quote is opened and not closed");
        }
        return words;
    }

    private Optional<AllowedSigner> signer() throws Unreadable {
        int type = SshForms.isType(word(1)) || !isOptions(word(1)) ? 1 : 2;
        Map<String, String> options = type == 1 ? Map.of() : options(word(1));
        if (options.containsKey(AUTHORITY)) {
            return Optional.empty();
        }
        SshKey key = key(word(type), word(type + 1));
        return Optional.of(new AllowedSigner(
                Patterns.parse(unquoted(word(0))),
                key,
                Optional.ofNullable(options.get("namespaces")).map(Patterns::parse),
                time(options, "valid-after"),
                time(options, "valid-before")));
    }

    private String word(int index) throws Unreadable {
        if (index >= words.size()) {
            throw new Unreadable("it is not PRINCIPALS [OPTIONS] TYPE KEY");
        }
        return words.get(index);
    }

    private static boolean isOptions(String word) {
        return word.contains("=") || word.contains(",") || word.equalsIgnoreCase(AUTHORITY);
    }

    private static Map<String, String> options(String word) throws Unreadable {
        Map<String, String> options = new HashMap<>();
        for (String option : word.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            int equals = option.indexOf('=');
            String name = (equals < 0 ? option : option.substring(0, equals)).toLowerCase(Locale.ROOT);
            if (!OPTIONS.contains(name) || (equals < 0 && !name.equals(AUTHORITY))) {
                throw new Unreadable("\"" + option + "\" is no option; there is "
                        + String.join(", ", OPTIONS.stream().sorted().toList()));
            }
            if (options.put(name, unquoted(option.substring(equals + 1))) != null) {
                throw new Unreadable(name + " is given twice");
            }
        }
        return options;
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }

    /** A day begins at midnight. Where OpenSSH takes the time of its own machine, this takes UTC: servers move. */
    private static Optional<Instant> time(Map<String, String> options, String name) throws Unreadable {
        String text = options.get(name);
        if (text == null) {
            return Optional.empty();
        }
        var time = TIME.matcher(text);
        if (!time.matches()) {
            throw new Unreadable(name + " is not YYYYMMDD[HHMM[SS]][Z]");
        }
        String digits = text.replace("Z", "");
        try {
            LocalDateTime written = LocalDateTime.parse(digits + "0".repeat(14 - digits.length()), WRITTEN);
            return Optional.of(written.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException strange) {
            throw new Unreadable(name + " is no time", strange);
        }
    }

    private static SshKey key(String type, String base64) throws Unreadable {
        try {
            SshKey key = SshKey.of(Base64.getDecoder().decode(base64));
            if (!key.type().equals(type)) {
                throw new Unreadable("its key is not of the type it says");
            }
            return key;
        } catch (IllegalArgumentException strange) {
            throw new Unreadable("its key is not base64", strange);
        }
    }
}
