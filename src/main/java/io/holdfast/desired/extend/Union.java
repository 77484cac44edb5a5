package io.holdfast.desired.extend;

import static io.holdfast.desired.finding.Code.YAML_DUPLICATE;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.model.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Trees side by side: what one of them says, no other may say again. */
final class Union {
    /** What each file of a folder repeats, so that an editor can check it by itself. */
    private static final List<String> REPEATED = List.of("apiVersion", "kind", "metadata.name");

    private final Consumer<Finding> findings;

    Union(Consumer<Finding> findings) {
        this.findings = findings;
    }

    Mapping of(List<Mapping> trees) {
        return trees.stream().reduce((left, right) -> both(left, right, "")).orElseThrow();
    }

    private Mapping both(Mapping left, Mapping right, String prefix) {
        Map<String, Entry> all = new LinkedHashMap<>(left.entries());
        right.entries().forEach((key, second) -> {
            Entry first = left.entries().get(key);
            all.put(key, first == null ? second : both(first, second, prefix + key));
        });
        return new Mapping(left.at(), all);
    }

    private Entry both(Entry first, Entry second, String path) {
        if (first.value() instanceof Mapping left && second.value() instanceof Mapping right) {
            return new Entry(first.key(), both(left, right, path + "."));
        }
        if (!isRepeated(first, second, path)) {
            Location at = first.key().at();
            findings.accept(Finding.of(
                    YAML_DUPLICATE,
                    second.key().at(),
                    path,
                    "declared twice, first in " + at.file() + " line " + at.line()));
        }
        return first;
    }

    private static boolean isRepeated(Entry first, Entry second, String path) {
        return REPEATED.contains(path)
                && first.value() instanceof Scalar left
                && second.value() instanceof Scalar right
                && left.text().equals(right.text());
    }
}
