package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an actuator is handed: one resource to be made as desired.
 *
 * @param id our identity of it
 * @param desired what is asked for, references resolved
 * @param live what the look just before acting found; absent for a create
 * @param ownershipTags the tags that mark the resource as ours
 * @param token idempotency token, up to 36 ASCII characters, derived from environment, resource and desired digest
 * @param withheld paths of declared fields that are not to be changed now, although they differ: where AWS takes them in one
 *     piece with others, they go as they are
 */
public record Order<S>(
        ResourceId id,
        S desired,
        Optional<Observed.Present<S>> live,
        Map<String, String> ownershipTags,
        String token,
        Set<String> withheld) {
    public Order {
        requireNonNull(id, "id");
        requireNonNull(desired, "desired");
        requireNonNull(live, "live");
        ownershipTags = Map.copyOf(ownershipTags);
        requireNonNull(token, "token");
        withheld = Set.copyOf(withheld);
    }

    /** One that withholds nothing. */
    public Order(
            ResourceId id,
            S desired,
            Optional<Observed.Present<S>> live,
            Map<String, String> ownershipTags,
            String token) {
        this(id, desired, live, ownershipTags, token, Set.of());
    }

    /** The same, withholding these. */
    public Order<S> withholding(Set<String> paths) {
        return new Order<>(id, desired, live, ownershipTags, token, paths);
    }
}
