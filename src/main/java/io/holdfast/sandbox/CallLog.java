package io.holdfast.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Every call the sandbox was asked, in order: for tests that count calls, and for people who wonder. Keeps the newest. */
public final class CallLog {

    /** About a day of a small estate; the oldest calls leave first. */
    private static final int CAPACITY = 20_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long sequence;

    CallLog() {}

    /** The calls still remembered, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The remembered calls of one operation. */
    public synchronized List<Entry> of(String service, String operation) {
        return entries.stream()
                .filter(entry ->
                        entry.service().equals(service) && entry.operation().equals(operation))
                .toList();
    }

    /** The remembered calls that may change something. */
    public synchronized List<Entry> writes() {
        return entries.stream().filter(entry -> !entry.read()).toList();
    }

    /** How many calls there have been, the forgotten ones included. */
    public synchronized long total() {
        return sequence;
    }

    /** Forgets the calls; the numbers go on. */
    public synchronized void clear() {
        entries.clear();
    }

    synchronized void add(Instant time, Asked asked, String outcome) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(
                ++sequence,
                time,
                asked.account(),
                asked.region(),
                asked.service(),
                asked.operation(),
                asked.isRead(),
                outcome,
                asked.resource()));
    }

    /**
     * One call.
     *
     * @param sequence its number, from one
     * @param time when it was asked
     * @param account whose it was
     * @param region where
     * @param service the signing name
     * @param operation the operation in AWS spelling
     * @param read whether the operation changes nothing
     * @param outcome {@code ok}, an error code, {@code closed} or {@code timeout}
     * @param resource a hint at what it was about; empty when the request did not say
     */
    public record Entry(
            long sequence,
            Instant time,
            String account,
            String region,
            String service,
            String operation,
            boolean read,
            String outcome,
            String resource) {

        /** Refuses missing parts. */
        public Entry {
            requireNonNull(time, "time");
            requireNonNull(outcome, "outcome");
        }
    }
}
