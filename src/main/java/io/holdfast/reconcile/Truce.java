package io.holdfast.reconcile;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Remembered;
import io.holdfast.model.TurnBack;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The end of a fight, by a person's word: what we have lately put back in some fields counts no more, and they are enforced
 * as if for the first time.
 *
 * @param resource the id of the resource the fight is about
 * @param paths the fields; the empty path for the resource itself, which somebody keeps deleting
 */
public record Truce(String resource, SortedSet<String> paths) {
    public Truce {
        requireNonNull(resource, "resource");
        paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }

    /** Whether it changes anything of what is known of a resource. */
    boolean concerns(Remembered known) {
        return known.id().toString().equals(resource)
                && !Collections.disjoint(known.turnedBack().keySet(), paths);
    }

    Remembered over(Remembered known) {
        TreeMap<String, TurnBack> left = new TreeMap<>(known.turnedBack());
        left.keySet().removeAll(paths);
        return known.turnedBack(left);
    }
}
