package io.holdfast.desired;

import static io.holdfast.desired.finding.Code.SEMANTIC;

import io.holdfast.desired.finding.Discretion;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.desired.yaml.Node.Sequence;
import java.util.function.Consumer;

/**
 * Secrets that stand in the YAML: what has the shape of a credential anywhere, and what looks or is named like one
 * among the values of an {@code environment} or the options of a driver. The value is never repeated: what is refused here was never shown.
 */
final class PlainSecrets {
    private final Consumer<Finding> findings;

    private PlainSecrets(Consumer<Finding> findings) {
        this.findings = findings;
    }

    static void report(Mapping root, Consumer<Finding> findings) {
        new PlainSecrets(findings).map(root, "", "");
    }

    private void map(Mapping mapping, String path, String map) {
        for (Entry entry : mapping.entries().values()) {
            String name = entry.key().text();
            String inner = path.isEmpty() ? name : path + "." + name;
            look(entry.value(), map, name, inner);
        }
    }

    /** @param map the key of the map it stands in */
    private void look(Node node, String map, String name, String path) {
        if (node instanceof Scalar scalar) {
            look(scalar, map, name, path);
        } else if (node instanceof Mapping mapping) {
            map(mapping, path, name);
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> look(item, map, name, path));
        }
    }

    private void look(Scalar scalar, String map, String name, String path) {
        if (Discretion.isPlainSecret(map, name, scalar.text())) {
            findings.accept(Finding.of(SEMANTIC, scalar.at(), path, "a plain secret; it is not repeated here")
                    .allowed("the ARN of a secret or parameter, under "
                            + (map.equals("options") ? "secretOptions" : "secrets")));
        }
    }
}
