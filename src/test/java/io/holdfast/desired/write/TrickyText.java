package io.holdfast.desired.write;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text out of all that YAML has a meaning for, and of letters; never what no file may hold, as controls. */
public final class TrickyText {
    private static final List<String> PARTS = List.of(
            " ",
            "  ",
            "\n",
            "\n\n",
            "\t",
            ":",
            ": ",
            " #",
            "#",
            "-",
            "- ",
            "?",
            "? ",
            ",",
            "[",
            "]",
            "{",
            "}",
            "{{",
            "{%",
            "}}",
            "&",
            "*",
            "!",
            "|",
            ">",
            "'",
            "\"",
            "%",
            "@",
            "`",
            "\\",
            "\\n",
            "<<",
            "=",
            "~",
            "null",
            "true",
            "No",
            "0",
            "1",
            "12",
            ".",
            "_",
            "e",
            "x",
            "0x",
            "a",
            "b",
            "Word",
            "two words",
            "/",
            "---",
            "...",
            "\u00A0",
            "\u00E9",
            "\u4E2D",
            "\uD83D\uDE80",
            "\u2028",
            "\u2003",
            "$",
            "(",
            ")",
            "<<<<<<<",
            "=======");

    private final Random random;

    public TrickyText(Random random) {
        this.random = random;
    }

    /** One to six parts; in one of twenty cases nothing at all. */
    public String next() {
        return IntStream.range(0, random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(6))
                .mapToObj(part -> PARTS.get(random.nextInt(PARTS.size())))
                .collect(Collectors.joining());
    }
}
