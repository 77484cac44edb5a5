package io.holdfast.model;

/** What closing a difference costs the people who use the resource; a change costs its worst field. */
public enum Impact {
    /** AWS changes it under the running resource; nobody notices. */
    IN_PLACE,
    /** ECS starts a deployment: new tasks replace the running ones. */
    ROLLOUT,
    /** A restart or failover: seconds to minutes without the resource. */
    INTERRUPTION,
    /** Only another resource can have it. Data, if any, does not come along by itself. */
    REPLACEMENT;

    public Impact worse(Impact other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
