package io.holdfast.sandbox.datastore;

/** When a modification takes hold. */
public enum Timing {
    /** Before the call answers. */
    AT_ONCE,
    /** Within minutes, whatever {@code ApplyImmediately} says. */
    SOON,
    /** In the maintenance window; within minutes when {@code ApplyImmediately} is set. */
    WINDOW
}
