package io.holdfast.aws;

import io.holdfast.model.Step;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a step sends, as its paths say. */
public final class Sent {
    private static final String TAGS = "tags.";

    private Sent() {}

    /** The tags among its paths, with the declared values; a key may hold dots. */
    public static Map<String, String> tags(Step step, Optional<Map<String, String>> declared) {
        Map<String, String> tags = new TreeMap<>(declared.orElse(Map.of()));
        tags.keySet().removeIf(key -> !step.paths().contains(TAGS + key));
        return tags;
    }

    /** The top-level members its paths lie in. */
    public static Set<String> members(Step step) {
        Set<String> members = new TreeSet<>();
        step.paths().forEach(path -> members.add(path.split("\\.", 2)[0]));
        return members;
    }
}
