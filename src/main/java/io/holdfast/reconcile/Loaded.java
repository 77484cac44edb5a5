package io.holdfast.reconcile;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.DesiredState;
import io.holdfast.model.Flaws;
import java.util.Optional;

/**
 * What the source says of one environment.
 *
 * @param environment its name
 * @param inForce the desired state to keep: the newest that loads, marked stale if a newer one does not
 * @param flaws what speaks against the newest; none when it loads
 */
public record Loaded(String environment, Optional<DesiredState> inForce, Flaws flaws) {
    public Loaded {
        requireNonNull(environment, "environment");
        requireNonNull(inForce, "inForce");
        requireNonNull(flaws, "flaws");
    }

    /** The same in a time in which nobody can say whether it is the newest. */
    Loaded heldBy(String why) {
        return new Loaded(environment, inForce.map(DesiredState::asStale), flaws.heldBy(why));
    }
}
