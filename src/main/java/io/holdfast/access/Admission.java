package io.holdfast.access;

import java.util.function.Predicate;

/** Whether somebody gets what they want, and if not, how much they are told. */
public enum Admission {
    /** They do. */
    GRANTED,
    /** Only somebody who says, and proves, who they are. */
    WHO_ARE_YOU,
    /** Whether they are who they say cannot be found out at the moment. */
    CANNOT_TELL,
    /** There is no such environment, or they may not know of it: the same answer, so that nobody can ask around. */
    NO_SUCH_ENVIRONMENT,
    /** They may see it, and not do this to it. */
    FORBIDDEN;

    /**
     * The decision.
     *
     * @param exists whether there is an environment of a name
     */
    public static Admission of(Visitor visitor, Wish wish, Predicate<String> exists) {
        if (visitor.proof() == Visitor.Proof.UNKNOWN) {
            return CANNOT_TELL;
        }
        if (visitor.isStranger() && (wish.isAction() || visitor.rights().isNone())) {
            return WHO_ARE_YOU;
        }
        Admission admission = wish.environment()
                .map(it -> inEnvironment(visitor, wish.role(), it, exists.test(it)))
                .orElseGet(() -> inFleet(visitor, wish));
        return admission == FORBIDDEN && visitor.isStranger() ? WHO_ARE_YOU : admission;
    }

    private static Admission inEnvironment(Visitor visitor, Role role, String environment, boolean exists) {
        if (!exists || !visitor.sees(environment)) {
            return NO_SUCH_ENVIRONMENT;
        }
        return visitor.rights().allow(role, environment) ? GRANTED : FORBIDDEN;
    }

    /** Whoever sees anything may look at the fleet, and is shown their part of it; to act on it takes a right to all of it. */
    private static Admission inFleet(Visitor visitor, Wish wish) {
        boolean isLook = wish.role() == Role.VIEWER && !wish.isAction();
        boolean may = isLook
                ? visitor.rights().allowSomewhere(Role.VIEWER)
                : visitor.rights().allowEverywhere(wish.role());
        return may ? GRANTED : FORBIDDEN;
    }
}
