package io.holdfast.ledger;

import java.nio.file.FileSystemException;

/**
 * The ledger could not be read or written. Nothing was half-written; whether a write that failed at its very end
 * happened is unknown, and doing it again is right either way. The next use tries anew, so nothing has to be reopened.
 */
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param attempted what was to be done, such as {@code keep production/service/backend}
     * @param place where the ledger is, without credentials
     * @param cause what the database said
     */
    public LedgerUnavailable(String attempted, String place, Throwable cause) {
        super(attempted + " in the ledger at " + place + " failed: " + told(cause), cause);
    }

    /** What the database said, and what lies at the bottom of it: "disk full" is a cause of a cause. */
    private static String told(Throwable cause) {
        Throwable bottom = cause;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        String top = firstLine(cause);
        String reason = firstLine(bottom);
        return top.contains(reason) ? top : top + " (" + reason + ")";
    }

    /** Databases append the statement to their message; what went wrong stands in the first line. */
    private static String firstLine(Throwable trouble) {
        String message = isBareFile(trouble) ? trouble.toString() : String.valueOf(trouble.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    /** The message is a file's name alone then, and what is wrong with it is the name of the exception. */
    private static boolean isBareFile(Throwable trouble) {
        return trouble instanceof FileSystemException file && file.getReason() == null;
    }
}
