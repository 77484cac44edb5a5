package io.holdfast.reconcile;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.DesiredState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the source says of one environment.
 *
 * @param environment its name
 * @param inForce the desired state to keep: the newest that loads, marked stale if a newer one does not
 * @param problems what is wrong with the newest, one line each; empty when it loads
 */
public record Loaded(String environment, Optional<DesiredState> inForce, List<String> problems) {
    public Loaded {
        requireNonNull(environment, "environment");
        requireNonNull(inForce, "inForce");
        problems = List.copyOf(problems);
    }

    /** The same in a time in which nobody can say whether it is the newest. */
    Loaded held(String why) {
        if (problems.contains(why)) {
            return this;
        }
        List<String> more = Stream.concat(Stream.of(why), problems.stream()).toList();
        return new Loaded(environment, inForce.map(DesiredState::asStale), more);
    }
}
