package io.holdfast.desired.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is left to one fetch of its bytes and its time. */
final class Allowance {
    private final FetchLimits limits;
    private final Clock clock;
    private final Instant end;
    private final AtomicBoolean stopped;
    private long bytes;

    /** @param stopped becomes true when nobody waits for the fetch any more */
    Allowance(FetchLimits limits, Clock clock, AtomicBoolean stopped) {
        this.limits = limits;
        this.clock = clock;
        this.end = clock.instant().plus(limits.time());
        this.bytes = limits.bytes();
        this.stopped = stopped;
    }

    /** The time that is left; at least a second, because a timeout of none means for ever. */
    Duration left() {
        Duration left = Duration.between(clock.instant(), end);
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
    }

    /** @throws OverLimit when nothing is left */
    void check() throws OverLimit {
        if (stopped.get()) {
            throw OverLimit.stopped();
        }
        if (clock.instant().isAfter(end)) {
            throw OverLimit.time(limits.time());
        }
        if (bytes < 0) {
            throw OverLimit.bytes(limits.bytes());
        }
    }

    /** @throws OverLimit when there are more */
    void checkObjects(int objects) throws OverLimit {
        if (objects > limits.objects()) {
            throw OverLimit.objects(objects, limits.objects());
        }
    }

    private void took(long read) throws OverLimit {
        bytes -= Math.max(0, read);
        check();
    }

    /** A stream that ends in an exception when the allowance does. */
    InputStream over(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                took(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                took(read);
                return read;
            }
        };
    }
}
