package io.holdfast.desired.extend;

import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;

/** One tree on top of another (RFC 7396). */
final class MergePatch {
    private MergePatch() {}

    static Mapping apply(Mapping base, Mapping patch) {
        Map<String, Entry> merged = new LinkedHashMap<>(base.entries());
        patch.entries().forEach((key, entry) -> {
            Entry below = base.entries().get(key);
            if (below != null && isNull(entry.value())) {
                merged.remove(key);
            } else {
                merged.put(key, below == null ? entry : new Entry(entry.key(), value(below.value(), entry.value())));
            }
        });
        return new Mapping(patch.at(), merged);
    }

    private static Node value(Node below, Node above) {
        return below instanceof Mapping base && above instanceof Mapping patch ? apply(base, patch) : above;
    }

    private static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.isNull();
    }
}
