package io.holdfast.cli;

/** A text that becomes a comment on a pull request, where the next run finds it again and puts its own in its place. */
final class Comment {
    /** GitHub refuses more than 65,536 characters; what a pipeline writes around ours has to fit too. */
    private static final int MOST = 60_000;

    private Comment() {}

    /** @param about what it is a comment of; the same in every run, so that its marker is */
    static String marked(String about, String text) {
        return "<!-- holdfast:" + about + " -->\n" + cut(text);
    }

    private static String cut(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int lastLine = text.lastIndexOf('\n', MOST) + 1;
        int end = lastLine == 0 ? MOST : lastLine;
        return text.substring(0, end) + "\nCut here, because a comment holds no more; `--format text` shows all.\n";
    }
}
