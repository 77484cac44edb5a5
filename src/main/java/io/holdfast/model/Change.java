package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One intention: what would make one resource as declared.
 *
 * @param action what is done
 * @param drift what it is done about
 * @param steps the AWS calls, in order
 * @param impact what it costs the people who use the resource
 * @param verdict whether it may be made
 */
public record Change(Action action, ResourceDrift drift, List<Step> steps, Impact impact, Verdict verdict) {
    public Change {
        requireNonNull(action, "action");
        requireNonNull(drift, "drift");
        steps = List.copyOf(steps);
        requireNonNull(impact, "impact");
        requireNonNull(verdict, "verdict");
    }

    public ResourceId id() {
        return drift.id();
    }

    /** The AWS calls it takes, each once. */
    public List<String> calls() {
        return steps.stream().map(Step::call).distinct().toList();
    }

    public Change with(Verdict other) {
        return new Change(action, drift, steps, impact, other);
    }

    /** What can be done to a resource. */
    public enum Action {
        CREATE,
        UPDATE,
        ADOPT,
        /** Only another resource can have what is asked for. Never done by itself. */
        REPLACE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
