package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Excuse.Reason;
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

    /** What is contended, or accepted and never shown: the fields that are left alone until a person says otherwise. */
    public SortedMap<String, SortedSet<String>> leftToPeople() {
        SortedMap<String, SortedSet<String>> left = left(Reason.CONTENDED);
        left(Reason.NOT_SHOWN).forEach((id, paths) -> paths(left, id).addAll(paths));
        return left;
    }

    /** The fields left alone for one reason, by the id of their resource; the empty path where that is about the resource. */
    public SortedMap<String, SortedSet<String>> left(Reason reason) {
        SortedMap<String, SortedSet<String>> left = new TreeMap<>();
        report.resources()
                .forEach(resource -> resource.fields().stream()
                        .filter(it -> it.isLeft(reason))
                        .forEach(it -> paths(left, resource.id().toString()).add(it.path())));
        changes.stream()
                .filter(it -> it.isLeft(reason))
                .forEach(it -> paths(left, it.id().toString()).add(""));
        return left;
    }

    private static SortedSet<String> paths(Map<String, SortedSet<String>> left, String id) {
        return left.computeIfAbsent(id, it -> new TreeSet<>());
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
