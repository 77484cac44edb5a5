package io.holdfast.sandbox.rds;

/** When a modification takes hold. */
enum Timing {
    /** Before the call answers. */
    AT_ONCE,
    /** Within minutes, whatever {@code ApplyImmediately} says. */
    SOON,
    /** In the maintenance window; within minutes when {@code ApplyImmediately} is set. */
    WINDOW
}
