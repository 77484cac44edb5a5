package io.holdfast.consent;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What somebody wants to say of a plan.
 *
 * @param approves yes, or no
 * @param planId the plan they saw
 * @param resources the ids of the resources it is about; empty for all that ask. Only an id that is listed has been named
 * @param actor who
 * @param reason why, in their words
 */
public record Word(
        boolean approves, String planId, SortedSet<String> resources, String actor, Optional<String> reason) {
    public Word {
        requireNonNull(planId, "planId");
        resources = Collections.unmodifiableSortedSet(new TreeSet<>(resources));
        requireNonNull(actor, "actor");
        requireNonNull(reason, "reason");
    }
}
