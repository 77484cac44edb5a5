package io.holdfast.sandbox.cloudwatch;

import java.time.Instant;
import java.util.Optional;

/**
 * One value, or a number of equal ones.
 *
 * @param at when it was measured
 * @param value the value
 * @param count how often it was measured; at least 1 in practice, fractions allowed as on the wire
 * @param unit what it counts, such as {@code Percent}; empty when the sender did not say
 */
record DataPoint(Instant at, double value, double count, Optional<String> unit) {}
