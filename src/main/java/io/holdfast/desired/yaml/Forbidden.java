package io.holdfast.desired.yaml;

import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;
import static io.holdfast.desired.finding.Code.YAML_FORBIDDEN;
import static io.holdfast.desired.finding.Code.YAML_SYNTAX;

import io.holdfast.desired.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** YAML that means something else than it shows, found event by event, whatever it stands in. */
final class Forbidden {
    private static final List<Byte> HIDDEN = List.of(Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED);

    private final Events events;
    private final Consumer<Finding> findings;

    private Forbidden(Events events, Consumer<Finding> findings) {
        this.events = events;
        this.findings = findings;
    }

    static void report(Events events, Consumer<Finding> findings) {
        Forbidden forbidden = new Forbidden(events, findings);
        forbidden.secondDocument();
        events.list().forEach(forbidden::look);
    }

    private void secondDocument() {
        events.secondDocument()
                .ifPresent(second -> findings.accept(
                        Finding.of(YAML_SYNTAX, events.at(second), "", "a second document; one document per file")));
    }

    private void look(Event event) {
        if (event instanceof AliasEvent alias) {
            forbid(event, "aliases are not supported; write the value out", "*" + alias.getAnchor());
        } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
            forbid(event, "anchors are not supported; shared parts go into a file to extend", "&" + node.getAnchor());
        }
        tag(event).ifPresent(tag -> forbid(event, "tags are not supported", tag));
        if (event instanceof ScalarEvent scalar) {
            look(scalar);
        }
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return Optional.ofNullable(scalar.getTag());
        }
        return event instanceof CollectionStartEvent start ? Optional.ofNullable(start.getTag()) : Optional.empty();
    }

    private void look(ScalarEvent scalar) {
        firstIn(scalar, c -> Character.getType(c) == Character.SURROGATE)
                .ifPresent(code -> findings.accept(
                        Finding.of(YAML_SYNTAX, events.at(scalar), "", "half of a character (a lone surrogate escape)")
                                .found(code)));
        firstIn(scalar, c -> HIDDEN.contains((byte) Character.getType(c)) || isControl(c))
                .ifPresent(code -> findings.accept(
                        Finding.of(SCHEMA_TYPE, events.at(scalar), "", "a character that nobody can see")
                                .found(code)));
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    private static Optional<String> firstIn(ScalarEvent scalar, IntPredicate bad) {
        return scalar.getValue()
                .codePoints()
                .filter(bad)
                .mapToObj("U+%04X"::formatted)
                .findFirst();
    }

    private void forbid(Event event, String message, String found) {
        findings.accept(
                Finding.of(YAML_FORBIDDEN, events.at(event), "", message).found(events.shown(event, found)));
    }
}
