package io.holdfast.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which page of what was done and said, newest first.
 *
 * @param environments whose; absent for everything that ever was, the fleet's own and that of environments that are gone
 *     included
 * @param cursor the id of the last event already read, which is not read again; absent to begin with the newest
 * @param limit how many at most, 1 or more
 */
public record HistoryQuery(Optional<SortedSet<String>> environments, OptionalLong cursor, int limit) {
    public HistoryQuery {
        environments = environments.map(it -> Collections.unmodifiableSortedSet(new TreeSet<>(it)));
        requireNonNull(cursor, "cursor");
        if (limit < 1) {
            throw new IllegalArgumentException("a page has at least one event, not " + limit);
        }
    }

    /** The newest of some environments. */
    public static HistoryQuery of(SortedSet<String> environments, int limit) {
        return new HistoryQuery(Optional.of(environments), OptionalLong.empty(), limit);
    }

    /** The newest of all. */
    public static HistoryQuery ofAll(int limit) {
        return new HistoryQuery(Optional.empty(), OptionalLong.empty(), limit);
    }

    /** The same reading, going on behind an event. */
    public HistoryQuery after(long id) {
        return new HistoryQuery(environments, OptionalLong.of(id), limit);
    }
}
