package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * What an actuator is handed: one resource to be made as desired.
 *
 * @param id our identity of it
 * @param desired what is asked for, references resolved
 * @param live what the look just before acting found; absent for a create
 * @param ownershipTags the tags that mark the resource as ours
 * @param token idempotency token, up to 36 ASCII characters, derived from environment, resource and desired digest
 */
public record Order<S>(
        ResourceId id, S desired, Optional<Observed.Present<S>> live, Map<String, String> ownershipTags, String token) {
    public Order {
        requireNonNull(id, "id");
        requireNonNull(desired, "desired");
        requireNonNull(live, "live");
        ownershipTags = Map.copyOf(ownershipTags);
        requireNonNull(token, "token");
    }
}
