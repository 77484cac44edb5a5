package io.holdfast.model;

import java.util.List;
import java.util.Map;

/** Looks at live resources of one kind in one account and region: AWS to state. */
@FunctionalInterface
public interface Observer<S> {
    /**
     * Looks at all that is asked for, with as few calls as AWS allows. Every ask gets an answer; a call that failed
     * makes the resources it was for {@link Observed.Unseen}, and no others.
     */
    Map<ResourceId, Observed<S>> observe(List<Ask<S>> asks);
}
