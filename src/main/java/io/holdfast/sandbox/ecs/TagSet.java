package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags of one resource, in the order they were put on. */
final class TagSet {

    /** Amazon ECS API Reference, TagResource. */
    private static final int MOST = 50;

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private final Map<String, String> tags = new LinkedHashMap<>();

    static TagSet of(Input input) {
        var set = new TagSet();
        set.put(input);
        return set;
    }

    /** Adds or overwrites the request's {@code tags}. */
    void put(Input input) {
        var merged = new LinkedHashMap<>(tags);
        for (var tag : input.list("tags")) {
            merged.put(checkedKey(tag), checkedValue(tag));
        }
        if (merged.size() > MOST) {
            throw EcsErrors.invalid("The request contains too many tags. At most " + MOST + " are allowed.");
        }
        tags.putAll(merged);
    }

    void remove(List<String> keys) {
        keys.forEach(tags::remove);
    }

    List<Map<String, Object>> list() {
        return tags.entrySet().stream()
                .map(tag -> Members.none()
                        .and("key", tag.getKey())
                        .and("value", tag.getValue())
                        .map())
                .toList();
    }

    private static String checkedKey(Input tag) {
        var key = tag.string("key").orElse("");
        if (key.isEmpty() || key.length() > LONGEST_KEY || key.startsWith("aws:")) {
            throw EcsErrors.invalid("Tag key '" + key + "' is empty, too long or reserved.");
        }
        return key;
    }

    private static String checkedValue(Input tag) {
        var value = tag.string("value").orElse("");
        if (value.length() > LONGEST_VALUE) {
            throw EcsErrors.invalid("Tag value is longer than " + LONGEST_VALUE + " characters.");
        }
        return value;
    }
}
