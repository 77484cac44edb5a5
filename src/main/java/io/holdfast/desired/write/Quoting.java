package io.holdfast.desired.write;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a text is written so that it is read as the same text, by us and by whoever reads YAML 1.1 or 1.2. */
final class Quoting {
    /** What needs no quotes: no indicator first, none of those that end a value between brackets, no blank at an end. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_/0-9]([A-Za-z0-9_./:@%+=~^$()*?! -]*[A-Za-z0-9_./@%+=~^$()*?!-])?");

    private static final Pattern BEGINS_WITH_DIGIT = Pattern.compile("[0-9].*");
    private static final Pattern HAS_LETTER = Pattern.compile(".*[A-Za-z].*");

    /** Numbers, times and dates of YAML 1.1 and 1.2 that have a letter in them; what has none is quoted in any case. */
    private static final Pattern NUMBER_OR_DATE = Pattern.compile(
            "0[xX][0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+|[0-9][0-9_]*(\\.[0-9_]*)?[eE][-+]?[0-9]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private static final char MARK = '"';

    private Quoting() {}

    /** One line that is read as this text. */
    static String line(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    /** The same between brackets, where a question mark is taken for the mark of a key. */
    static String inBrackets(String text) {
        return isPlain(text) && text.indexOf('?') < 0 ? text : quoted(text);
    }

    private static String quoted(String text) {
        boolean escapes = text.codePoints().anyMatch(Quoting::isEscaped) || isTemplate(text);
        boolean readsBetterSingle = text.indexOf(MARK) >= 0 || text.indexOf('\\') >= 0;
        return readsBetterSingle && !escapes ? "'" + text.replace("'", "''") + "'" : doubled(text);
    }

    /** Whether a text of several lines can stand as a block, as it is. */
    static boolean isBlock(String text) {
        return text.indexOf('\n') > 0
                && !text.startsWith(" ")
                && !text.startsWith("\t")
                && !isTemplate(text)
                && !text.isBlank()
                && text.codePoints().noneMatch(c -> c != '\n' && isEscaped(c));
    }

    private static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%");
    }

    private static boolean isPlain(String text) {
        if (!PLAIN.matcher(text).matches() || text.contains(": ") || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return false;
        }
        return !BEGINS_WITH_DIGIT.matcher(text).matches()
                || (HAS_LETTER.matcher(text).matches()
                        && !NUMBER_OR_DATE.matcher(text).matches());
    }

    /** A brace after a brace is a template's to every reader of ours, even between quotes. */
    private static String doubled(String text) {
        StringBuilder quoted = new StringBuilder().append(MARK);
        int before = 0;
        for (int c : text.codePoints().toArray()) {
            boolean opens = before == '{' && (c == '{' || c == '%');
            quoted.append(opens ? "\\x%02X".formatted(c) : escaped(c));
            before = opens ? 0 : c;
        }
        return quoted.append(MARK).toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case MARK -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case 0xA0 -> "\\_";
            default ->
                !isEscaped(c) ? Character.toString(c) : c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c);
        };
    }

    /** What would not survive as it is, or would not be seen: controls, other line ends, hidden and hard blanks. */
    private static boolean isEscaped(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> c == 0xA0;
        };
    }
}
