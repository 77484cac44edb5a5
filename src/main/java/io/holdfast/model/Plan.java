package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ordered intention for one environment. A dry run is a plan nobody applied.
 *
 * @param report what it answers
 * @param changes what others need comes first
 */
public record Plan(DriftReport report, List<Change> changes) {
    public Plan {
        requireNonNull(report, "report");
        changes = List.copyOf(changes);
    }

    public String environment() {
        return report.environment();
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public Optional<Change> find(ResourceId id) {
        return changes.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** The contended fields, by the id of their resource; the empty path where somebody keeps deleting the resource. */
    public SortedMap<String, SortedSet<String>> contended() {
        SortedMap<String, SortedSet<String>> contended = new TreeMap<>();
        report.resources()
                .forEach(resource -> resource.fields().stream()
                        .filter(FieldDrift::isContended)
                        .forEach(it -> paths(contended, resource.id()).add(it.path())));
        changes.stream()
                .filter(Change::isContended)
                .forEach(it -> paths(contended, it.id()).add(""));
        return contended;
    }

    private static SortedSet<String> paths(Map<String, SortedSet<String>> contended, ResourceId id) {
        return contended.computeIfAbsent(id.toString(), it -> new TreeSet<>());
    }

    /** One short name, the same for the same commit, desired states, live states and intentions. */
    public String id() {
        StringBuilder text = new StringBuilder(report.desired().revision().commit());
        changes.forEach(it -> text.append('\n')
                .append(it.action())
                .append(' ')
                .append(it.id())
                .append(' ')
                .append(it.subject().fingerprint()));
        return Digest.of(text.toString());
    }
}
