package io.holdfast.desired.form;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A range of numbers, both ends included.
 *
 * @param least absent where there is no least
 * @param most absent where there is no most
 */
public record Bounds(Optional<Long> least, Optional<Long> most) {
    public static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

    public Bounds {
        requireNonNull(least, "least");
        requireNonNull(most, "most");
    }

    public static Bounds of(long least, long most) {
        return new Bounds(Optional.of(least), Optional.of(most));
    }

    /** What is within both. */
    public Bounds and(Bounds other) {
        return new Bounds(
                Stream.concat(least.stream(), other.least.stream()).max(Comparator.naturalOrder()),
                Stream.concat(most.stream(), other.most.stream()).min(Comparator.naturalOrder()));
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
