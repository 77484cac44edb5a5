package io.holdfast.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people have said, and not taken back.
 *
 * @param decisions on plans of one environment
 * @param pauses of that environment and of the fleet
 */
public record Standing(List<Decision> decisions, List<Pause> pauses) {
    public Standing {
        decisions = List.copyOf(decisions);
        pauses = List.copyOf(pauses);
    }

    /** Nobody has said anything. */
    public static Standing none() {
        return new Standing(List.of(), List.of());
    }

    /** The pause that holds an environment now, the fleet's first. */
    public Optional<Pause> pause(String environment, Instant now) {
        return pauses.stream()
                .filter(it -> it.holds(environment, now))
                .sorted((one, other) -> Boolean.compare(other.isFleetWide(), one.isFleetWide()))
                .findFirst();
    }
}
