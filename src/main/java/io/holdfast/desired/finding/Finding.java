package io.holdfast.desired.finding;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Brief;
import io.holdfast.model.Location;
import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One mistake in a desired state.
 *
 * @param code its sort
 * @param at where it stands; line 1, column 1 where it is about a whole file or folder
 * @param path the keys that lead to it, dotted; empty where it is about the file itself
 * @param message what is wrong, in a clause
 * @param found the source text in question; absent where it says nothing more, or may be a secret
 * @param allowed what may stand there instead
 * @param suggestion what was probably meant
 */
public record Finding(
        Code code,
        Location at,
        String path,
        String message,
        Optional<String> found,
        Optional<String> allowed,
        Optional<String> suggestion) {
    /** The order of a compiler: by file, then from top to bottom. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> finding.at().file())
            .thenComparing(finding -> finding.at().line())
            .thenComparing(finding -> finding.at().column())
            .thenComparing(Finding::path)
            .thenComparing(Finding::message);

    private static final Set<Byte> INVISIBLE = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED,
            Character.SPACE_SEPARATOR,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR);

    /** The scripts with the letters that are taken for Latin ones (Unicode Technical Standard 39, confusables). */
    private static final Set<UnicodeScript> LOOK_ALIKE =
            Set.of(UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN, UnicodeScript.CHEROKEE);

    /** The block of letters as wide as Chinese ones. */
    private static final int FULL_WIDTH = 0xFF01;

    private static final int FULL_WIDTH_END = 0xFF5F;

    /** Longer source texts are cut: a message is read in a terminal. */
    private static final int SHOWN = 120;

    public Finding {
        requireNonNull(code, "code");
        requireNonNull(at, "at");
        path = visible(path);
        message = visible(message);
        found = found.map(Finding::cut).filter(it -> !it.isEmpty());
        requireNonNull(allowed, "allowed");
        requireNonNull(suggestion, "suggestion");
    }

    public static Finding of(Code code, Location at, String path, String message) {
        return new Finding(code, at, path, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same place, seen as another mistake. */
    public Finding as(Code other, String clause) {
        return new Finding(other, at, path, clause, found, allowed, suggestion);
    }

    /** The same mistake in a file that goes by another name. */
    public Finding in(String file) {
        Location there = new Location(file, at.line(), at.column());
        return new Finding(code, there, path, message, found, allowed, suggestion);
    }

    public Finding found(String source) {
        return found(Optional.of(source));
    }

    public Finding found(Optional<String> source) {
        return new Finding(code, at, path, message, source, allowed, suggestion);
    }

    public Finding allowed(String what) {
        return new Finding(code, at, path, message, found, Optional.of(what), suggestion);
    }

    /** Names what is allowed, and the one of them that was probably meant. */
    public Finding oneOf(List<String> names, String written) {
        return new Finding(
                code, at, path, message, found, Optional.of(String.join(", ", names)), Nearest.to(written, names));
    }

    /** One line, as a compiler writes it. */
    public String text() {
        StringBuilder text = new StringBuilder().append(at).append(": ").append(code);
        if (!path.isEmpty()) {
            text.append(' ').append(path);
        }
        text.append(": ").append(message);
        found.ifPresent(it -> text.append("; found ").append(it));
        suggestion.ifPresent(it -> text.append("; did you mean ").append(it).append('?'));
        allowed.ifPresent(it -> text.append(suggestion.isPresent() ? " " : "; ")
                .append("allowed: ")
                .append(suggestion.isPresent() ? Brief.names(it) : it));
        return text.toString();
    }

    private static String cut(String source) {
        String line = source.strip().lines().findFirst().orElse("");
        return visible(line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…");
    }

    /**
     * What would turn the text of a terminal around, or hide in it, is shown as its number, every blank but the usual one
     * included; so is, among Latin letters, what only looks like one of them.
     */
    private static String visible(String text) {
        boolean latin = text.codePoints().anyMatch(c -> c < 0x80 && Character.isLetter(c));
        return text.codePoints()
                .mapToObj(c ->
                        isInvisible(c) || (latin && looksLatin(c)) ? "<U+%04X>".formatted(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static boolean isInvisible(int c) {
        return c != ' ' && INVISIBLE.contains((byte) Character.getType(c));
    }

    private static boolean looksLatin(int c) {
        return LOOK_ALIKE.contains(UnicodeScript.of(c)) || (c >= FULL_WIDTH && c < FULL_WIDTH_END);
    }

    @Override
    public String toString() {
        return text();
    }
}
