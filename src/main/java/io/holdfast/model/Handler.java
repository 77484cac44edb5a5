package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * Everything about one kind of resource, for one account and region.
 *
 * @param kind what it is and when it counts as equal
 * @param observer AWS to state
 * @param actuator state to AWS
 */
public record Handler<S>(Kind<S> kind, Observer<S> observer, Actuator<S> actuator) {
    public Handler {
        requireNonNull(kind, "kind");
        requireNonNull(observer, "observer");
        requireNonNull(actuator, "actuator");
    }
}
