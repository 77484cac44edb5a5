package io.holdfast.sandbox.autoscaling;

import java.util.Comparator;

/**
 * What a policy or a scheduled action is known by.
 *
 * @param target what it scales
 * @param name unique among its like on the target
 */
record Owned(TargetKey target, String name) implements Comparable<Owned> {

    private static final Comparator<Owned> ORDER =
            Comparator.comparing(Owned::target).thenComparing(Owned::name);

    @Override
    public int compareTo(Owned other) {
        return ORDER.compare(this, other);
    }
}
