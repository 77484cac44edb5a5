package io.holdfast.web.hook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps anybody, and everybody together, from coming too often. It is asked before a signature is looked at, because
 * looking is what costs; who is turned away misses nothing, because the source looks by itself as well.
 */
final class Crowd {
    /** Twenty pushes a minute from one address, and as many more at once as a large merge train makes. */
    private static final int ONE_AT_ONCE = 30;

    private static final Duration ONE_EACH = Duration.ofSeconds(3);
    private static final int ALL_AT_ONCE = 120;
    private static final Duration ALL_EACH = Duration.ofMillis(200);

    /** Addresses that are remembered; who comes from more of them is held by what all may do together. */
    private static final int MOST = 1024;

    private final Clock clock;
    private final Pace all = new Pace(ALL_AT_ONCE, ALL_EACH);
    private final Map<String, Pace> each = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pace> eldest) {
            return size() > MOST;
        }
    };

    Crowd(Clock clock) {
        this.clock = clock;
    }

    /** How long somebody has to wait; zero, and they are let through. */
    synchronized Duration ask(String source) {
        Instant now = clock.instant();
        Duration wait = each.computeIfAbsent(source, it -> new Pace(ONE_AT_ONCE, ONE_EACH))
                .ask(now);
        return wait.isZero() ? all.ask(now) : wait;
    }
}
