package io.holdfast.model;

/** Acts on live resources of one kind in one account and region: state to AWS. One AWS call that writes per method call. */
public interface Actuator<S> {
    /** Makes the resource, marked as ours from its first moment where AWS allows it. */
    Outcome create(Order<S> order);

    /** Makes one call of a change, sending the step's fields and nothing else. */
    Outcome update(Order<S> order, Step step);

    /** Takes ownership of a live resource: tags it, changes nothing else. */
    Outcome adopt(Order<S> order);

    /** Makes one call of a deletion. Only called for kinds that say by which calls they are deleted. */
    default Outcome delete(Removal<S> removal, Step step) {
        throw new IllegalStateException("nobody said how to delete " + removal.id());
    }
}
