package io.holdfast.desired.write;

import io.holdfast.desired.write.Piece.Items;
import io.holdfast.desired.write.Piece.Keys;
import io.holdfast.desired.write.Piece.Text;
import io.holdfast.desired.write.Piece.Withheld;
import io.holdfast.desired.write.Piece.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of YAML: what is small stands on one line, everything else gets a line for each of its parts. */
public final class Layout {
    /** A line that is wider is turned into several. */
    private static final int WIDTH = 100;

    /** A map with more keys is looked through more easily from top to bottom. */
    private static final int KEYS_ON_A_LINE = 4;

    private static final String STEP = "  ";
    private static final String ITEM = "- ";

    private Layout() {}

    /** A whole file, less the comments at its top. */
    public static String of(Keys root) {
        return lines(root, WIDTH).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /**
     * What a piece takes when it has lines to itself.
     *
     * @param room how wide they may be
     */
    private static List<String> lines(Piece piece, int room) {
        List<String> lines = new ArrayList<>();
        if (piece instanceof Keys keys) {
            keys.entries().forEach((key, value) -> lines.addAll(entry(Quoting.line(key) + ":", value, room)));
        } else if (piece instanceof Items items) {
            items.items().forEach(item -> lines.addAll(item(item, room)));
        } else {
            lines.add(scalar(piece));
        }
        return lines;
    }

    private static List<String> entry(String key, Piece value, int room) {
        Optional<String> line =
                onOneLine(value).filter(it -> isInOnePiece(value) || key.length() + 1 + it.length() <= room);
        if (line.isPresent()) {
            return List.of(key + " " + line.get());
        }
        if (value instanceof Text text) {
            return block(key + " ", text.text());
        }
        return Stream.concat(Stream.of(key), indented(lines(value, room - STEP.length())))
                .toList();
    }

    private static List<String> item(Piece value, int room) {
        Optional<String> line =
                onOneLine(value).filter(it -> isInOnePiece(value) || STEP.length() + it.length() <= room);
        if (line.isPresent()) {
            return List.of(ITEM + line.get());
        }
        if (value instanceof Text text) {
            return block(ITEM, text.text());
        }
        List<String> inner = lines(value, room - STEP.length());
        return Stream.concat(Stream.of(ITEM + inner.get(0)), indented(inner.subList(1, inner.size())))
                .toList();
    }

    private static List<String> block(String before, String text) {
        boolean ends = text.endsWith("\n");
        String rest = ends ? text.substring(0, text.length() - 1) : text;
        String chomping = !ends ? "-" : rest.endsWith("\n") ? "+" : "";
        return Stream.concat(Stream.of(before + "|" + chomping), indented(List.of(rest.split("\n", -1))))
                .toList();
    }

    private static Stream<String> indented(List<String> lines) {
        return lines.stream().map(line -> line.isEmpty() ? line : STEP + line);
    }

    /** Whether it has no parts that could stand on lines of their own. */
    private static boolean isInOnePiece(Piece piece) {
        boolean hasKeys = piece instanceof Keys keys && !keys.entries().isEmpty();
        return !hasKeys && !(piece instanceof Items items && !items.items().isEmpty());
    }

    /** The piece between brackets, or a scalar as it is; absent where it needs lines of its own. */
    private static Optional<String> onOneLine(Piece piece) {
        if (piece instanceof Keys keys) {
            return keys(keys);
        }
        if (piece instanceof Items items) {
            return items(items.items());
        }
        return piece instanceof Text text && Quoting.isBlock(text.text())
                ? Optional.empty()
                : Optional.of(scalar(piece));
    }

    private static Optional<String> keys(Keys keys) {
        Map<String, Piece> entries = keys.entries();
        boolean spread = entries.size() > KEYS_ON_A_LINE || (keys.isSpread() && !entries.isEmpty());
        if (spread || !entries.values().stream().allMatch(Layout::isOneWord)) {
            return Optional.empty();
        }
        return Optional.of(entries.entrySet().stream()
                .map(it -> Quoting.inBrackets(it.getKey()) + ": " + word(it.getValue()))
                .collect(Collectors.joining(", ", "{", "}")));
    }

    /** Words side by side, or a single small map: several of these are seen better one below the other. */
    private static Optional<String> items(List<Piece> items) {
        if (items.stream().allMatch(Layout::isOneWord)) {
            return Optional.of(items.stream().map(Layout::word).collect(Collectors.joining(", ", "[", "]")));
        }
        return items.size() == 1 && items.get(0) instanceof Keys keys
                ? keys(keys).map(it -> "[" + it + "]")
                : Optional.empty();
    }

    private static boolean isOneWord(Piece piece) {
        return piece instanceof Word || (piece instanceof Text text && !Quoting.isBlock(text.text()));
    }

    private static String word(Piece piece) {
        return piece instanceof Text text ? Quoting.inBrackets(text.text()) : scalar(piece);
    }

    private static String scalar(Piece piece) {
        if (piece instanceof Withheld withheld) {
            return "# " + withheld.why();
        }
        return piece instanceof Word word ? word.text() : Quoting.line(((Text) piece).text());
    }
}
