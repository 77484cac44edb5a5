package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/** Whose a live resource is, as its tags say. */
public sealed interface Ownership {
    /** It carries our mark for this very resource. */
    record Ours() implements Ownership {}

    /** It carries nobody's mark. */
    record Unowned() implements Ownership {}

    /**
     * It carries somebody else's mark: another installation's, or ours for another resource.
     *
     * @param owner who, as the tags say
     */
    record Foreign(String owner) implements Ownership {
        public Foreign {
            requireNonNull(owner, "owner");
        }
    }

    /** Its tags could not be read. */
    record Unknown() implements Ownership {}

    static Ownership ours() {
        return new Ours();
    }

    static Ownership unowned() {
        return new Unowned();
    }

    static Ownership foreign(String owner) {
        return new Foreign(owner);
    }

    static Ownership unknown() {
        return new Unknown();
    }

    default boolean isOurs() {
        return this instanceof Ours;
    }
}
