package io.holdfast.aws;

import java.util.regex.Pattern;

/** Makes a sentence from outside fit for a log, a report and a terminal: no secrets, no control characters, short. */
final class Wording {
    private static final int LONGEST = 400;

    /** Validation messages quote the value they refuse, which may be a password. */
    private static final Pattern QUOTED_VALUE =
            Pattern.compile("(?i)\\bvalue:? ['\"].*?['\"](?= at | failed |[.,;]|$)");

    private static final Pattern CREDENTIAL =
            Pattern.compile("(?i)(authorization|signature|credential|password|token|secret)(\\s*[=:]\\s*)(?!arn:)\\S+");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private Wording() {}

    static String safe(String message) {
        String line = CONTROL.matcher(message).replaceAll(" ").strip();
        line = QUOTED_VALUE.matcher(line).replaceAll("Value (hidden)");
        line = CREDENTIAL.matcher(line).replaceAll("$1$2(hidden)");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** The reason at the bottom of a chain of failures, which is the one that says something. */
    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : ": " + root.getMessage();
        return safe(root.getClass().getSimpleName() + message);
    }
}
