package io.holdfast.desired.yaml;

import static io.holdfast.desired.finding.Code.YAML_DUPLICATE;
import static io.holdfast.desired.finding.Code.YAML_FORBIDDEN;
import static io.holdfast.desired.finding.Code.YAML_LIMIT;
import static io.holdfast.desired.finding.Code.YAML_SYNTAX;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.desired.yaml.Node.Sequence;
import io.holdfast.desired.yaml.Node.Style;
import io.holdfast.model.Location;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/** Events become a tree. */
final class Composer {
    private final Events source;
    private final Iterator<Event> events;
    private final Limits limits;
    private final Consumer<Finding> findings;
    private boolean lost;

    Composer(Events source, Limits limits, Consumer<Finding> findings) {
        this.source = source;
        this.events = source.list().iterator();
        this.limits = limits;
        this.findings = findings;
    }

    /** The tree of the first document; absent where something of it had to be left out. */
    Optional<Node> root() {
        Event first = events.next();
        while (!(first instanceof NodeEvent)) {
            first = events.next();
        }
        Node root = node(first, "");
        return lost ? Optional.empty() : Optional.of(root);
    }

    private Node node(Event event, String path) {
        Location at = source.at(event);
        if (event instanceof ScalarEvent scalar) {
            return new Scalar(at, scalar.getValue(), style(scalar));
        }
        if (event instanceof MappingStartEvent) {
            return mapping(at, path);
        }
        if (event instanceof SequenceStartEvent) {
            return sequence(at, path);
        }
        lost = true; // An alias: it has been reported as forbidden, and nobody can say what stands here.
        return new Scalar(at, "", Style.PLAIN);
    }

    private static Style style(ScalarEvent scalar) {
        if (scalar.isPlain()) {
            return Style.PLAIN;
        }
        return scalar.isLiteral() || scalar.isFolded() ? Style.BLOCK : Style.QUOTED;
    }

    private Sequence sequence(Location at, String path) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            items.add(node(event, path + "[" + items.size() + "]"));
        }
        return new Sequence(at, items);
    }

    private Mapping mapping(Location at, String path) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            Optional<Scalar> key = key(event, path);
            String inner = key.map(it -> path.isEmpty() ? it.text() : path + "." + it.text())
                    .orElse(path);
            Node value = node(events.next(), inner);
            key.ifPresent(it -> put(entries, new Entry(it, value), inner));
        }
        return new Mapping(at, entries);
    }

    private Optional<Scalar> key(Event event, String path) {
        if (!(node(event, path) instanceof Scalar key)) {
            lose(Finding.of(YAML_SYNTAX, source.at(event), path, "a key must be one word; unrendered template?"));
            return Optional.empty();
        }
        if (key.isPlain() && key.text().equals("<<")) {
            lose(Finding.of(YAML_FORBIDDEN, key.at(), path, "merge keys are not supported; use extends")
                    .found("<<"));
        }
        if (key.text().length() > limits.keyLength()) {
            lose(Finding.of(YAML_LIMIT, key.at(), path, "the key is too long")
                    .found(key.text())
                    .allowed("up to " + limits.keyLength() + " characters"));
        }
        return Optional.of(key);
    }

    private void put(Map<String, Entry> entries, Entry entry, String path) {
        Entry first = entries.putIfAbsent(entry.key().text(), entry);
        if (first != null) {
            findings.accept(Finding.of(
                            YAML_DUPLICATE,
                            entry.key().at(),
                            path,
                            "declared twice, first in line " + first.key().at().line())
                    .found(entry.key().text()));
        }
    }

    private void lose(Finding finding) {
        lost = true;
        findings.accept(finding);
    }
}
