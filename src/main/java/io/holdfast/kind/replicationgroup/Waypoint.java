package io.holdfast.kind.replicationgroup;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Normal;
import java.util.Map;
import java.util.Optional;

/**
 * A stage on the way to what is declared, where AWS takes no direct way. The expectation remembers it by its token, so
 * that the next look knows that having come this far is success.
 *
 * @param path the field
 * @param value what it shows at this stage, as text in normal form
 */
record Waypoint(String path, String value) {
    /** The token of a change that leads to the declared values directly: these alone tell when it is done. */
    static final String NONE = "";

    Waypoint {
        requireNonNull(path, "path");
        requireNonNull(value, "value");
    }

    static Waypoint of(String path, Object value) {
        return new Waypoint(path, Normal.text(Normal.of(value)));
    }

    static Optional<Waypoint> parse(String token) {
        int equals = token.indexOf('=');
        return equals < 0
                ? Optional.empty()
                : Optional.of(new Waypoint(token.substring(0, equals), token.substring(equals + 1)));
    }

    String token() {
        return path + "=" + value;
    }

    boolean isReachedBy(ReplicationGroupState live) {
        Map<String, Object> values = ReplicationGroupKind.FIELDS.values(live);
        return values.containsKey(path) && Normal.text(values.get(path)).equals(value);
    }
}
