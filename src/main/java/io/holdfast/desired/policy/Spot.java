package io.holdfast.desired.policy;

import static io.holdfast.desired.finding.Code.SEMANTIC;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Location;
import java.util.Map;

/**
 * Where a rule of the policy stands.
 *
 * @param rule its path under {@code spec}, such as {@code windows[0]}
 * @param fields where each key was written, by its path there
 */
record Spot(String rule, Map<String, Location> fields) {
    Location at() {
        return fields.get(rule);
    }

    /** @param key of the rule; empty for the rule itself */
    Finding finding(String key, String message) {
        String path = key.isEmpty() ? rule : rule + "." + key;
        return Finding.of(SEMANTIC, fields.getOrDefault(path, at()), "spec." + path, message);
    }
}
