package io.holdfast.desired.yaml;

import static io.holdfast.desired.finding.Code.YAML_LIMIT;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Location;
import java.util.Optional;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;

/** Counts while a file is read, so that what is too much is noticed before it is all read. */
final class Tally {
    private final Limits limits;
    private int nodes;
    private int depth;

    Tally(Limits limits) {
        this.limits = limits;
    }

    /** The limit that an event goes beyond. */
    Optional<Finding> excess(Location at, Event event) {
        nodes += event instanceof NodeEvent ? 1 : 0;
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        if (depth > limits.depth()) {
            return Optional.of(
                    Finding.of(YAML_LIMIT, at, "", "nested too deep").allowed("up to " + limits.depth() + " levels"));
        }
        if (nodes > limits.nodes()) {
            return Optional.of(Finding.of(YAML_LIMIT, at, "", "too many keys and values in one file")
                    .allowed("up to " + limits.nodes() + "; a folder of several files holds more"));
        }
        return Optional.empty();
    }
}
