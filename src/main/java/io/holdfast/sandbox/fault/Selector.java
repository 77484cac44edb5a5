package io.holdfast.sandbox.fault;

/** Which of the matching calls suffer, counted from one. */
@FunctionalInterface
public interface Selector {

    /** Whether the call with this number suffers. */
    boolean takes(long number);

    /** Only this one. */
    static Selector nth(long which) {
        return number -> number == which;
    }

    /** Every so manieth. */
    static Selector every(long step) {
        return number -> number % step == 0;
    }

    /** The first so many. */
    static Selector first(long count) {
        return number -> number <= count;
    }

    /** All of them. */
    static Selector always() {
        return number -> true;
    }
}
