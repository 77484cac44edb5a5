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
 * among the values of an {@code environment}. The value is never repeated: what is refused here was never shown.
 */
final class PlainSecrets {
    private static final String ENVIRONMENT = "environment";

    private final Consumer<Finding> findings;

    private PlainSecrets(Consumer<Finding> findings) {
        this.findings = findings;
    }

    static void report(Mapping root, Consumer<Finding> findings) {
        new PlainSecrets(findings).map(root, "", false);
    }

    private void map(Mapping mapping, String path, boolean free) {
        for (Entry entry : mapping.entries().values()) {
            String name = entry.key().text();
            String inner = path.isEmpty() ? name : path + "." + name;
            look(entry.value(), name, inner, free);
        }
    }

    /** @param free whether the name is the author's own: inside an environment */
    private void look(Node node, String name, String path, boolean free) {
        if (node instanceof Scalar scalar) {
            look(scalar, name, path, free);
        } else if (node instanceof Mapping mapping) {
            map(mapping, path, !free && name.equals(ENVIRONMENT));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> look(item, name, path, free));
        }
    }

    private void look(Scalar scalar, String name, String path, boolean free) {
        if (Discretion.isPlainSecret(name, scalar.text(), free)) {
            findings.accept(Finding.of(SEMANTIC, scalar.at(), path, "a plain secret; it is not repeated here")
                    .allowed("the ARN of a secret or parameter, under secrets"));
        }
    }
}
