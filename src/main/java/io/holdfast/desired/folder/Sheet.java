package io.holdfast.desired.folder;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.finding.Finding;
import java.util.Optional;

/**
 * What a place has of one environment.
 *
 * @param snapshot holds its files; absent where none could be had, so that what loaded before is all there is
 * @param objection why the environment is not as new as it could be: the place cannot be read, or what is newer may not
 *     be followed. Absent when this is the newest there is
 */
public record Sheet(Optional<Snapshot> snapshot, Optional<Finding> objection) {
    public Sheet {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(objection, "objection");
        if (snapshot.isEmpty() && objection.isEmpty()) {
            throw new IllegalArgumentException("an environment of which there is nothing needs a reason");
        }
    }

    /** As it should be. */
    public static Sheet of(Snapshot snapshot) {
        return new Sheet(Optional.of(snapshot), Optional.empty());
    }

    /** What was there before, because of this. */
    public static Sheet held(Optional<Snapshot> before, Finding because) {
        return new Sheet(before, Optional.of(because));
    }
}
