package io.holdfast.ledger;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * Which page of an environment's events.
 *
 * @param environment whose
 * @param order which way to read
 * @param cursor the id of the last event already read, which is not read again; absent to begin at the beginning of that
 *     order
 * @param limit how many at most, 1 or more
 */
public record EventQuery(String environment, Order order, OptionalLong cursor, int limit) {
    public EventQuery {
        requireNonNull(environment, "environment");
        requireNonNull(order, "order");
        requireNonNull(cursor, "cursor");
        if (limit < 1) {
            throw new IllegalArgumentException("a page has at least one event, not " + limit);
        }
    }

    public static EventQuery newest(String environment, int limit) {
        return new EventQuery(environment, Order.NEWEST_FIRST, OptionalLong.empty(), limit);
    }

    public static EventQuery oldest(String environment, int limit) {
        return new EventQuery(environment, Order.OLDEST_FIRST, OptionalLong.empty(), limit);
    }

    /** The same reading, going on behind an event. */
    public EventQuery after(long id) {
        return new EventQuery(environment, order, OptionalLong.of(id), limit);
    }

    /** Which way events are read. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }
}
