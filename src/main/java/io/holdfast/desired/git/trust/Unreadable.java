package io.holdfast.desired.git.trust;

/** Bytes that are not what they should be; never leaves this room. The message says what is wrong, in a clause. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }

    Unreadable(String message, Exception cause) {
        super(message, cause);
    }
}
