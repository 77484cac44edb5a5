package io.holdfast.aws.load;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A question for the recent deployments of a service.
 *
 * @param service whose
 * @param since those created at or after this moment
 */
public record RolloutKey(ServiceKey service, Instant since) {
    public RolloutKey {
        requireNonNull(service, "service");
        requireNonNull(since, "since");
    }
}
