package io.holdfast.sandbox.datastore;

import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.XmlList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The tags of one resource: added by key, removed by key, never replaced as a whole. */
public final class Tags {

    /** User tags one resource may carry (AWS General Reference, tag restrictions). */
    private static final int MOST = 50;

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private final Map<String, String> byKey = new TreeMap<>();

    /** The tags given at a creation, in its {@code Tags} member. */
    public static Tags from(Input input) {
        var tags = new Tags();
        tags.add(input);
        return tags;
    }

    /** The same tags, to go their own way from here. */
    public Tags copy() {
        var copy = new Tags();
        copy.byKey.putAll(byKey);
        return copy;
    }

    /** Adds or overwrites the tags in the {@code Tags} member; all of them or, when one is refused, none. */
    public void add(Input input) {
        var merged = new TreeMap<>(byKey);
        input.list("Tags").forEach(tag -> merged.put(key(tag), value(tag)));
        if (merged.size() > MOST) {
            throw AwsError.badRequest("TagQuotaPerResourceExceeded", "A resource carries at most " + MOST + " tags.");
        }
        byKey.putAll(merged);
    }

    /** Removes the tags named in the {@code TagKeys} member; unknown keys are ignored. */
    public void remove(Input input) {
        byKey.keySet().removeAll(List.copyOf(input.strings("TagKeys")));
    }

    /** The tags by key, for an answer. */
    public XmlList answer() {
        var items = new ArrayList<Map<String, Object>>();
        byKey.forEach((key, value) -> items.add(Map.of("Key", key, "Value", value)));
        return new XmlList("Tag", items);
    }

    private static String key(Input tag) {
        var key = tag.required("Key");
        if (key.isEmpty()
                || key.length() > LONGEST_KEY
                || key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
            throw AwsError.badRequest("InvalidParameterValue", "Invalid tag key: " + key);
        }
        return key;
    }

    private static String value(Input tag) {
        var value = tag.string("Value").orElse("");
        if (value.length() > LONGEST_VALUE) {
            throw AwsError.badRequest(
                    "InvalidParameterValue", "The value of tag " + tag.required("Key") + " is too long.");
        }
        return value;
    }
}
