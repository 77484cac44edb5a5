package io.holdfast.cli;

/** When an answer is coloured. */
enum Colour {
    /** Where a person reads it: on a terminal that has colours, unless NO_COLOR is set. */
    auto,
    always,
    never;

    boolean isOn(boolean terminal) {
        return this == always || (this == auto && terminal);
    }
}
