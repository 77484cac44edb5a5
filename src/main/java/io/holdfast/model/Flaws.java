package io.holdfast.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What speaks against the newest that the source has of one environment.
 *
 * @param lines one for each; empty when nothing does
 * @param areOfTheYaml whether it is what the files say that is wrong; if not, the newest could not be had or may not be
 *     followed, so that nobody can say whether it loads
 */
public record Flaws(List<String> lines, boolean areOfTheYaml) {
    public Flaws {
        lines = List.copyOf(lines);
    }

    public static Flaws none() {
        return new Flaws(List.of(), true);
    }

    /** Mistakes in the files. */
    public static Flaws of(List<String> lines) {
        return new Flaws(lines, true);
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
        return new Flaws(more, areOfTheYaml && !lines.isEmpty());
    }
}
