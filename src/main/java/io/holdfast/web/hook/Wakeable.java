package io.holdfast.web.hook;

/** What looks for something new when it is told to. */
@FunctionalInterface
public interface Wakeable {
    /** Look soon. Returns at once, never fails, and may be called any number of times: that is one look. */
    void wake();
}
