package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * What an actuator is handed to delete.
 *
 * @param id our identity of it
 * @param key its AWS name
 * @param live what the look just before acting found
 * @param token the same for every attempt at this deletion, 32 lower-case hex digits: what is made on the way, such as a final
 *     snapshot, is named after it
 */
public record Removal<S>(ResourceId id, String key, Observed.Present<S> live, String token) {
    public Removal {
        requireNonNull(id, "id");
        requireNonNull(key, "key");
        requireNonNull(live, "live");
        requireNonNull(token, "token");
    }
}
