package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

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
