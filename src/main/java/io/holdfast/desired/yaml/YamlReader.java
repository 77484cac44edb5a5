package io.holdfast.desired.yaml;

import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;
import static io.holdfast.desired.finding.Code.SEMANTIC;
import static io.holdfast.desired.finding.Code.YAML_LIMIT;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one file: its bytes become a tree, or findings. */
public final class YamlReader {
    private final Limits limits;

    public YamlReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads all of a file and tells everything that is wrong with it.
     *
     * @param file its name for locations
     */
    public Parsed read(String file, byte[] bytes) {
        List<Finding> findings = new ArrayList<>();
        Optional<Node.Mapping> root = read(file, bytes, findings::add);
        return new Parsed(root, findings);
    }

    private Optional<Node.Mapping> read(String file, byte[] bytes, Consumer<Finding> findings) {
        Location start = new Location(file, 1, 1);
        if (bytes.length > limits.bytes()) {
            findings.accept(Finding.of(YAML_LIMIT, start, "", "the file is too large")
                    .found(bytes.length + " bytes")
                    .allowed("up to " + limits.bytes() + " bytes"));
            return Optional.empty();
        }
        return Text.decode(file, bytes, findings)
                .filter(text -> Leftovers.areNoneIn(file, text, findings))
                .map(text -> Events.of(file, text, limits, findings))
                .flatMap(events -> compose(start, events, findings));
    }

    private Optional<Node.Mapping> compose(Location start, Events events, Consumer<Finding> findings) {
        Forbidden.report(events, findings);
        if (!events.isWhole() || events.secondDocument().isPresent()) {
            return Optional.empty();
        }
        if (events.isEmpty()) {
            findings.accept(Finding.of(
                    SEMANTIC, start, "", "the file is empty; an empty desired state is not a wish to delete"));
            return Optional.empty();
        }
        return new Composer(events, limits, findings).root().flatMap(root -> mapping(root, findings));
    }

    private static Optional<Node.Mapping> mapping(Node root, Consumer<Finding> findings) {
        if (root instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        findings.accept(Finding.of(SCHEMA_TYPE, root.at(), "", "the file must hold a map")
                .found(root.noun())
                .allowed("apiVersion, kind, metadata, extends, spec"));
        return Optional.empty();
    }
}
