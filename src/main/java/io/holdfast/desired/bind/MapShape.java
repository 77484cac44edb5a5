package io.holdfast.desired.bind;

import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;

import io.holdfast.desired.form.Bounds;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Free names, each with a value of one shape; in the order of the file. */
record MapShape(Limit key, Shape value) implements Shape {
    @Override
    public Optional<Object> bind(Node node, Place place) {
        if (!(node instanceof Mapping mapping)) {
            return place.refuse(
                    place.finding(SCHEMA_TYPE, node, "a map is needed").allowed("a map, such as {name: value}"));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Entry entry : mapping.entries().values()) {
            Place inner = place.entry(entry);
            if (key.admits(entry.key().text(), entry.key(), inner)) {
                value.bind(entry.value(), inner)
                        .ifPresent(it -> values.put(entry.key().text(), it));
            }
        }
        return values.size() == mapping.entries().size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    @Override
    public Form form() {
        return new Form.Names(key.on(Form.Text.ANY), value.form(), Bounds.NONE);
    }
}
