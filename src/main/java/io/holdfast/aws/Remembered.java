package io.holdfast.aws;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers what was found, for things that change rarely or only by our own hand. What was not found, or could not be
 * looked at, is asked again each time.
 */
public final class Remembered<K, V> {
    private record Known<V>(V value, Instant since) {}

    private final Loader<K, V> loader;
    private final Clock clock;
    private final Duration lifetime;
    private final int most;
    private final Map<K, Known<V>> known = new LinkedHashMap<>(16, 0.75f, true);
    private long writes;

    /**
     * @param lifetime how long an answer is good
     * @param most how many answers are kept; the least recently used is dropped first
     */
    public Remembered(Loader<K, V> loader, Clock clock, Duration lifetime, int most) {
        this.loader = requireNonNull(loader, "loader");
        this.clock = requireNonNull(clock, "clock");
        this.lifetime = requireNonNull(lifetime, "lifetime");
        this.most = most;
    }

    /** One answer for each key. */
    public Map<K, Answer<V>> load(Collection<K> keys) {
        Map<K, Answer<V>> answers = new LinkedHashMap<>();
        keys.forEach(key -> recall(key).ifPresent(value -> answers.put(key, Answer.found(value))));
        List<K> unknown = keys.stream()
                .filter(key -> !answers.containsKey(key))
                .distinct()
                .toList();
        Instant asked = clock.instant();
        long before = writes();
        loader.load(unknown).forEach((key, answer) -> {
            answer.toOptional().ifPresent(value -> keep(key, new Known<>(value, asked), before));
            answers.put(key, answer);
        });
        return answers;
    }

    /** To be called after a write of ours that changes the thing. */
    public synchronized void forget(K key) {
        writes++;
        known.remove(key);
    }

    /** What is known without asking. */
    public synchronized Optional<V> recall(K key) {
        return Optional.ofNullable(known.get(key))
                .filter(it -> clock.instant().isBefore(it.since().plus(lifetime)))
                .map(Known::value);
    }

    private synchronized long writes() {
        return writes;
    }

    /** An answer that was on its way while something was written may be older than the write. */
    private synchronized void keep(K key, Known<V> value, long writesBefore) {
        if (writes == writesBefore) {
            known.put(key, value);
        }
        if (known.size() > most) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
