package io.holdfast.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.holdfast.model.Slot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An environment's file in the making: a {@code spec} in which single fields are set. */
final class Sheet {
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final int MOST_TURN_BACKS = 100;

    private final ObjectNode spec;

    Sheet(ObjectNode spec) {
        this.spec = spec.deepCopy();
    }

    /** Sets fields of the resource of a logical name; null takes a field out. */
    Sheet with(Slot slot, String resource, Map<String, JsonNode> fields) {
        fields.forEach((path, value) -> {
            List<String> keys = keys(slot, resource);
            keys.addAll(List.of(path.split("\\.", -1)));
            put(keys, value);
        });
        return this;
    }

    /** Takes fields of the resource out, and what holds nothing without them. */
    Sheet without(Slot slot, String resource, Set<String> fields) {
        fields.forEach(path -> {
            List<String> keys = keys(slot, resource);
            int own = keys.size();
            keys.addAll(List.of(path.split("\\.", -1)));
            takeOut(spec, keys, own);
        });
        return this;
    }

    ObjectNode spec() {
        return spec;
    }

    /** The file of an environment that has this spec and is enforced. */
    String yaml(String environment) {
        ObjectNode file = spec.objectNode().put("apiVersion", "holdfast.io/v1").put("kind", "Environment");
        file.putObject("metadata").put("name", environment);
        ObjectNode whole = file.putObject("spec").put("mode", "enforce");
        whole.putObject("aws").put("account", "123456789012").put("region", "us-east-1");
        // Who changes one field after the other contends for none of them.
        whole.putObject("limits").put("turnBacks", MOST_TURN_BACKS);
        whole.setAll(spec);
        try {
            return YAML.writeValueAsString(file);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> keys(Slot slot, String resource) {
        Iterator<String> names = List.of(resource.split("\\.", -1)).iterator();
        List<String> keys = new ArrayList<>();
        slot.keys().forEach(key -> keys.add(key.equals(Slot.ANY) ? names.next() : key));
        return keys;
    }

    /** Of the keys, only those from the first of the resource's own fields on can go. */
    private static void takeOut(ObjectNode at, List<String> keys, int own) {
        String key = keys.get(0);
        if (keys.size() == 1) {
            at.remove(key);
        } else if (at.get(key) instanceof ObjectNode inner) {
            takeOut(inner, keys.subList(1, keys.size()), own - 1);
            if (inner.isEmpty() && own <= 0) {
                at.remove(key);
            }
        }
    }

    private void put(List<String> keys, JsonNode value) {
        ObjectNode at = spec;
        for (String key : keys.subList(0, keys.size() - 1)) {
            at = at.withObjectProperty(key);
        }
        String last = keys.get(keys.size() - 1);
        if (value.isNull()) {
            at.remove(last);
        } else {
            at.set(last, value);
        }
    }
}
