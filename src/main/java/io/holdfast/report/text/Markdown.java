package io.holdfast.report.text;

import io.holdfast.report.document.SourceDocument;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of Markdown (GitHub's) that hold a value without letting it mean anything. */
final class Markdown {
    private static final Pattern TICKS = Pattern.compile("`+");

    private Markdown() {}

    /**
     * The text as a code span, in which nothing is a link, a mention, HTML or emphasis. The fence is longer than any run
     * of backticks inside (CommonMark 0.31, section 6.1); a pipe would end a table's cell even there.
     */
    static String code(String text) {
        String line = Plain.line(text).replace("|", "\\|");
        String fence = "`".repeat(longestRun(line) + 1);
        String space = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return line.isEmpty() ? "" : fence + space + line + space + fence;
    }

    /** Which commit by whom, of which file. */
    static String commit(SourceDocument source) {
        String author = source.authored()
                .map(it -> " by " + code(it.name()) + Phrases.after(code(it.subject())) + ", written "
                        + Plain.time(it.at()))
                .orElse("");
        return "Commit " + code(Plain.commit(source.commit())) + Phrases.staleness(source) + " of "
                + code(source.path()) + author;
    }

    static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    static String head(List<String> titles) {
        return row(titles) + "|" + " --- |".repeat(titles.size()) + "\n";
    }

    private static int longestRun(String line) {
        Matcher ticks = TICKS.matcher(line);
        int longest = 0;
        while (ticks.find()) {
            longest = Math.max(longest, ticks.end() - ticks.start());
        }
        return longest;
    }
}
