package io.holdfast.sandbox.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members of an answer, in the order they are written. */
public final class Members {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Members() {}

    /** No members yet. */
    public static Members none() {
        return new Members();
    }

    /** One member. */
    public static Map<String, Object> of(String name, Object value) {
        return none().and(name, value).map();
    }

    /** One more member; a null value means that it is left out. */
    public Members and(String name, Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    /** All of these, too. */
    public Members andAll(Map<String, Object> more) {
        more.forEach(this::and);
        return this;
    }

    /** The members as an ordered map. */
    public Map<String, Object> map() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
