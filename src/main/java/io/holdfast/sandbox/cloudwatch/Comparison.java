package io.holdfast.sandbox.cloudwatch;

import java.util.Arrays;
import java.util.Optional;

/** How a value must stand to a fixed threshold for the alarm to go off. */
@SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
enum Comparison {
    GREATER_OR_EQUAL("GreaterThanOrEqualToThreshold", (value, threshold) -> value >= threshold),
    GREATER("GreaterThanThreshold", (value, threshold) -> value > threshold),
    LESS("LessThanThreshold", (value, threshold) -> value < threshold),
    LESS_OR_EQUAL("LessThanOrEqualToThreshold", (value, threshold) -> value <= threshold);

    private final String wireName;
    private final Breach breach;

    Comparison(String wireName, Breach breach) {
        this.wireName = wireName;
        this.breach = breach;
    }

    /** By the name on the wire; empty for the comparisons with a band of expected values. */
    static Optional<Comparison> of(String wireName) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.wireName.equals(wireName))
                .findFirst();
    }

    boolean breaches(double value, double threshold) {
        return breach.by(value, threshold);
    }

    @FunctionalInterface
    private interface Breach {
        boolean by(double value, double threshold);
    }
}
