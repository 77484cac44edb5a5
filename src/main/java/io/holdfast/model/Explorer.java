package io.holdfast.model;

/** Finds live resources of one kind that nobody has declared, in one account and region: AWS to names and states. */
@FunctionalInterface
public interface Explorer<S> {
    /**
     * Looks through a part of the account. A listing that breaks, or a resource that cannot be described, is told as
     * something we were blind to, and never makes the finds shorter in silence.
     *
     * @param explored the kinds that this one hangs on, looked through before
     */
    Exploration<S> explore(Scope scope, Explored explored);

    /** For a kind that is only looked at where it is declared. */
    static <S> Explorer<S> none() {
        return (scope, explored) -> Exploration.nothing();
    }
}
