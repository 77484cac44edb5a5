package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * A live resource that was found without having been asked for.
 *
 * @param key its AWS name, as {@link Kind#key} would give it
 * @param name what people call it: the last part of its AWS name
 * @param around the key of the resource inside whose declaration its own would stand; absent for one that stands by itself
 * @param state what it is like
 * @param tags its tags; none for what has no tags
 */
public record Find<S>(String key, String name, Optional<String> around, S state, Map<String, String> tags) {
    public Find {
        requireNonNull(key, "key");
        requireNonNull(name, "name");
        requireNonNull(around, "around");
        requireNonNull(state, "state");
        tags = Map.copyOf(tags);
    }

    /** One that stands by itself. */
    public static <S> Find<S> of(String key, String name, S state, Map<String, String> tags) {
        return new Find<>(key, name, Optional.empty(), state, tags);
    }

    /** One that would be declared inside another. */
    public static <S> Find<S> inside(String around, String key, String name, S state, Map<String, String> tags) {
        return new Find<>(key, name, Optional.of(around), state, tags);
    }
}
