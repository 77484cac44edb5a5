package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * Everything about one kind of resource, for one account and region.
 *
 * @param kind what it is and when it counts as equal
 * @param observer AWS to state
 * @param actuator state to AWS
 * @param explorer AWS to what nobody has declared
 */
public record Handler<S>(Kind<S> kind, Observer<S> observer, Actuator<S> actuator, Explorer<S> explorer) {
    public Handler {
        requireNonNull(kind, "kind");
        requireNonNull(observer, "observer");
        requireNonNull(actuator, "actuator");
        requireNonNull(explorer, "explorer");
    }

    /** A kind that is only looked at where it is declared. */
    public Handler(Kind<S> kind, Observer<S> observer, Actuator<S> actuator) {
        this(kind, observer, actuator, Explorer.none());
    }
}
