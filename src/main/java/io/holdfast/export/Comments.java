package io.holdfast.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences as comments at the top of a file. */
final class Comments {
    private Comments() {}

    /** The file with sentences under its first line, which is for editors. */
    static String atTop(String yaml, List<String> left, List<String> notSeen) {
        int end = yaml.indexOf('\n') + 1;
        String comments = Stream.concat(
                        Stream.of("Exported from live. It is only observed until its mode says otherwise."),
                        Stream.concat(
                                notSeen.stream().map(it -> "NOT COMPLETE, could not look at " + it),
                                left.stream().map(it -> "Note: " + it)))
                .map(it -> "# " + line(it) + "\n")
                .collect(Collectors.joining());
        return yaml.substring(0, end) + "#\n" + comments + yaml.substring(end);
    }

    /** Names come from AWS, and what they hold must not end the comment. */
    private static String line(String sentence) {
        return sentence.codePoints()
                .map(it -> Character.isISOControl(it) || it == 0x2028 || it == 0x2029 ? ' ' : it)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
