package io.holdfast.model.policy;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How much may happen without a person.
 *
 * @param changesPerPass changes sent in one pass, 1 or more; the rest waits for the next. Absent means any number
 * @param deletes deletes planned at the same time before a person is asked about all of them, 0 or more
 * @param deletePercent the same as a share of all resources that are ours, 0 to 100
 * @param scaleFactor by what factor a count may grow or shrink in one change, 1 or more; down to nothing always asks then.
 *     Absent means any
 * @param turnBacks how often one field is put back within a day before it is contended and left alone, 1 or more
 */
public record Limits(
        Optional<Integer> changesPerPass, int deletes, int deletePercent, Optional<Double> scaleFactor, int turnBacks) {
    /** A hand with few strays goes on by itself; an emptied folder asks. */
    public static final Limits DEFAULT = new Limits(Optional.empty(), 3, 20, Optional.empty(), 3);

    public Limits {
        requireNonNull(changesPerPass, "changesPerPass");
        requireNonNull(scaleFactor, "scaleFactor");
    }
}
