package io.holdfast.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.form.Key;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The maps under keys of ours, each by the keys that lead to it: the definitions of a schema. */
final class Definitions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> all = new TreeMap<>();
    private final Descriptions descriptions;

    /** How much of a map is there to be checked. */
    enum Extent {
        /** All of it. */
        WHOLE("environment"),
        /** What one file says of it, or takes away. */
        PART("part");

        private final String root;

        Extent(String root) {
            this.root = root;
        }

        String name(List<String> path) {
            return Stream.concat(Stream.of(root), path.stream()).collect(Collectors.joining("."));
        }
    }

    Definitions(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    ObjectNode all() {
        ObjectNode definitions = JSON.objectNode();
        all.forEach(definitions::set);
        return definitions;
    }

    /** The address of a map's definition, which is made when it is first asked for. */
    String refer(Form.Keys keys, List<String> path, Extent extent) {
        String name = extent.name(path);
        if (!all.containsKey(name)) {
            ObjectNode definition = JSON.objectNode();
            all.put(name, definition);
            fill(definition, keys, path, extent);
        }
        return "#/$defs/" + name;
    }

    private void fill(ObjectNode definition, Form.Keys keys, List<String> path, Extent extent) {
        describe(definition, descriptions.of(keys.about()).text());
        Types.put(definition, "object", extent == Extent.PART && !path.isEmpty());
        ObjectNode properties = definition.putObject("properties");
        for (Key key : keys.keys()) {
            properties.set(key.name(), property(key, joined(path, key.name()), extent));
        }
        definition.put("additionalProperties", false);
        List<String> required =
                keys.keys().stream().filter(Key::isRequired).map(Key::name).toList();
        if (extent == Extent.WHOLE && !required.isEmpty()) {
            required.forEach(definition.putArray("required")::add);
        }
    }

    private ObjectNode property(Key key, List<String> path, Extent extent) {
        Description description = descriptions.of(key.about());
        ObjectNode property = JSON.objectNode();
        String limits = Allowed.inWords(key.form())
                .filter(it -> !description.says(it))
                .map(it -> "Allowed: " + it + ".")
                .orElse("");
        describe(property, (description.text() + " " + limits).strip());
        property.setAll(value(key.form(), path, extent));
        Types.examples(property, key.form(), description.examples());
        return property;
    }

    private static void describe(ObjectNode node, String text) {
        if (!text.isEmpty()) {
            node.put("description", text);
        }
    }

    private ObjectNode value(Form form, List<String> path, Extent extent) {
        if (form instanceof Form.Keys keys) {
            return JSON.objectNode().put("$ref", refer(keys, path, extent));
        }
        if (form instanceof Form.Items items) {
            return list(items, path, extent);
        }
        if (form instanceof Form.Names names) {
            return map(names, path, extent);
        }
        return Types.scalar(form, extent == Extent.PART);
    }

    /** A list is never merged, so what stands in it is whole. */
    private ObjectNode list(Form.Items items, List<String> path, Extent extent) {
        ObjectNode list = JSON.objectNode();
        Types.put(list, "array", extent == Extent.PART);
        Types.limit(list, items.size(), "minItems", "maxItems");
        list.set("items", value(items.item(), path, Extent.WHOLE));
        return list;
    }

    private ObjectNode map(Form.Names names, List<String> path, Extent extent) {
        ObjectNode map = JSON.objectNode();
        Types.put(map, "object", extent == Extent.PART);
        if (extent == Extent.WHOLE) {
            Types.limit(map, names.size(), "minProperties", "maxProperties");
        }
        if (!names.name().equals(Form.Text.ANY)) {
            map.set("propertyNames", Types.scalar(names.name(), false).without("type"));
        }
        map.set("additionalProperties", value(names.value(), path, extent));
        return map;
    }

    private static List<String> joined(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }
}
