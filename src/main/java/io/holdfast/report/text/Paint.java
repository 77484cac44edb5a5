package io.holdfast.report.text;

import java.util.regex.Pattern;

/** How pieces of a text stand out, for a terminal that can show it. What is painted must be harmless already. */
public enum Paint {
    /** Not at all: for files, pipes and programs. */
    PLAIN,
    /** With the colours every terminal has (ECMA-48, SGR). */
    ANSI;

    private static final Pattern SEQUENCE = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final String BOLD = "1";
    private static final String FAINT = "2";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";

    String strong(String text) {
        return painted(BOLD, text);
    }

    String faint(String text) {
        return painted(FAINT, text);
    }

    String bad(String text) {
        return painted(RED, text);
    }

    String good(String text) {
        return painted(GREEN, text);
    }

    String doubtful(String text) {
        return painted(YELLOW, text);
    }

    /** How many columns a painted text takes. */
    static int width(String painted) {
        return SEQUENCE.matcher(painted).replaceAll("").length();
    }

    private String painted(String attribute, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001B[" + attribute + "m" + text + "\u001B[0m";
    }
}
