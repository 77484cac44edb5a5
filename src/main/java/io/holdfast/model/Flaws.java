package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * What speaks against the newest that the source has of one environment.
 *
 * @param of what it is that is flawed
 * @param lines one for each; empty when nothing is
 */
public record Flaws(Of of, List<String> lines) {
    /** What may be flawed. */
    public enum Of {
        /** The files were read, and do not load. */
        FILES,
        /** The newest could not be had, so that nobody can say whether it loads. */
        SOURCE,
        /** The newest may not be followed before a person has seen to it. */
        HEAD
    }

    public Flaws {
        requireNonNull(of, "of");
        lines = List.copyOf(lines);
    }

    public static Flaws none() {
        return new Flaws(Of.FILES, List.of());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** These, and why nothing newer can be had. */
    public Flaws heldBy(String why) {
        if (lines.contains(why)) {
            return this;
        }
        List<String> more = new ArrayList<>(List.of(why));
        more.addAll(lines);
        return new Flaws(lines.isEmpty() ? Of.SOURCE : of, more);
    }
}
