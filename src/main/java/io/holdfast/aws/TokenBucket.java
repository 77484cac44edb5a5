package io.holdfast.aws;

import java.time.Duration;

/** A bucket of permits that fills at a steady rate; half as fast for a while after AWS has said that it was too much. */
final class TokenBucket {
    /** AWS refills its own buckets every second or faster; a minute is long enough to let one fill. */
    private static final Duration SLOW_FOR = Duration.ofMinutes(1);

    private static final double NANOS = 1e9;

    private final double capacity;
    private final double perSecond;
    private double tokens;
    private long settledAt;
    private long slowUntil;
    private boolean slowed;

    TokenBucket(double capacity, double perSecond, long now) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.tokens = capacity;
        this.settledAt = now;
    }

    /** Takes one permit, on credit if need be, and says how long to wait for it; takes none when that is too long. */
    synchronized Duration take(long now, Duration longest) {
        settle(now);
        double missing = Math.max(0, 1 - tokens);
        Duration wait = Duration.ofNanos((long) Math.ceil(missing / rate() * NANOS));
        if (wait.compareTo(longest) <= 0) {
            tokens -= 1;
        }
        return wait;
    }

    synchronized void throttled(long now) {
        settle(now);
        tokens = Math.min(tokens, 0);
        slowed = true;
        slowUntil = now + SLOW_FOR.toNanos();
    }

    private void settle(long now) {
        tokens = Math.min(capacity, tokens + (now - settledAt) / NANOS * rate());
        settledAt = now;
        if (slowed && now - slowUntil >= 0) {
            slowed = false;
        }
    }

    private double rate() {
        return slowed ? perSecond / 2 : perSecond;
    }
}
