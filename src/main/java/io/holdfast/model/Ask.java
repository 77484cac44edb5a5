package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The wish to look at one resource.
 *
 * @param id our identity of it
 * @param key its AWS name, as {@link Kind#key} gives it
 * @param desired what is asked for, references resolved; absent for one that is declared no longer
 * @param expectation the change of ours that AWS may still be finishing
 */
public record Ask<S>(ResourceId id, String key, Optional<S> desired, Optional<Expectation> expectation) {
    public Ask {
        requireNonNull(id, "id");
        requireNonNull(key, "key");
        requireNonNull(desired, "desired");
        requireNonNull(expectation, "expectation");
    }
}
