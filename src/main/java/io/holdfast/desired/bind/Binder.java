package io.holdfast.desired.bind;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns maps of YAML into records of one type. */
public final class Binder<T> {
    private final Class<T> type;
    private final RecordShape shape;

    private Binder(Class<T> type, RecordShape shape) {
        this.type = type;
        this.shape = shape;
    }

    /**
     * Looks at a record type once.
     *
     * @throws IllegalStateException if it is made of something that cannot be written in YAML
     */
    public static <T> Binder<T> of(Class<T> type) {
        return new Binder<>(type, RecordShape.of(type));
    }

    /** What its YAML looks like. */
    public Form.Keys form() {
        return shape.form();
    }

    /** The keys its YAML may have. */
    public List<String> keys() {
        return shape.keys();
    }

    /**
     * Binds what stands under a key.
     *
     * @param path the keys that lead to it, the last included, for findings
     * @param others keys that may stand beside the record's own and are somebody else's to read
     */
    public Bound<T> bind(Entry entry, String path, List<String> others) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Location> fields = new HashMap<>();
        Place place = Place.of(path, entry.key().at(), findings::add, fields::put);
        Optional<T> value = record(entry.value(), place, others)
                .filter(it -> findings.isEmpty())
                .map(type::cast);
        return new Bound<>(value, findings, fields);
    }

    private Optional<Object> record(Node node, Place place, List<String> others) {
        return node instanceof Mapping mapping
                ? shape.bind(mapping.without(others), place, others)
                : shape.bind(node, place);
    }
}
