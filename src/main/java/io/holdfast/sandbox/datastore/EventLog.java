package io.holdfast.sandbox.datastore;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What a service did and why, as {@code DescribeEvents} tells it. For a change that was rolled back this is the only explanation. */
public final class EventLog {

    /** Both services keep events for 14 days (API Reference, DescribeEvents). */
    private static final Duration KEPT = Duration.ofDays(14);

    /** How far back an answer reaches that was asked for no span (API Reference, DescribeEvents, Duration). */
    private static final Duration DEFAULT_SPAN = Duration.ofMinutes(60);

    private final Supplier<Instant> now;
    private final SortedMap<String, Event> events = new TreeMap<>();

    private long written;

    /** An empty log that dates its entries by the given clock. */
    public EventLog(Supplier<Instant> now) {
        this.now = requireNonNull(now, "now");
    }

    /** Writes an entry dated now. */
    public void add(String sourceType, String source, String message, List<String> categories) {
        events.values().removeIf(event -> event.date().isBefore(now.get().minus(KEPT)));
        events.put("%012d".formatted(written++), new Event(now.get(), sourceType, source, message, categories));
    }

    /** The entries a {@code DescribeEvents} asks for, oldest first. */
    public Page<Event> page(Input input) {
        var from = from(input);
        var until = input.instant("EndTime").orElseGet(now);
        var found = new TreeMap<>(events);
        found.values().removeIf(event -> !event.isWithin(from, until) || !event.isAskedFor(input));
        return Page.of(found, input);
    }

    private Instant from(Input input) {
        var span = input.integer("Duration").map(Duration::ofMinutes).orElse(DEFAULT_SPAN);
        var from = input.instant("StartTime").orElseGet(() -> now.get().minus(span));
        if (from.isBefore(now.get().minus(KEPT))) {
            throw AwsError.badRequest("InvalidParameterValue", "Events are kept for " + KEPT.toDays() + " days.");
        }
        return from;
    }

    /**
     * One entry.
     *
     * @param date when it happened
     * @param sourceType the kind of resource, such as {@code db-instance}
     * @param source the identifier of the resource
     * @param message AWS's sentence for people
     * @param categories RDS's event categories; empty on ElastiCache, which has none
     */
    public record Event(Instant date, String sourceType, String source, String message, List<String> categories) {

        /** Copies the categories. */
        public Event {
            categories = List.copyOf(categories);
        }

        private boolean isWithin(Instant from, Instant until) {
            return !date.isBefore(from) && !date.isAfter(until);
        }

        private boolean isAskedFor(Input input) {
            var wanted = input.strings("EventCategories");
            return input.string("SourceType").orElse(sourceType).equals(sourceType)
                    && input.string("SourceIdentifier").orElse(source).equals(source)
                    && (wanted.isEmpty() || categories.stream().anyMatch(wanted::contains));
        }
    }
}
