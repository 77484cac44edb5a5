package io.holdfast.sandbox.fault;

import io.holdfast.sandbox.wire.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** AWS's token bucket, one per account, region and service: a call takes a token, time brings them back. */
final class Throttle implements Fault {

    /** The services whose throttling code is not {@code Throttling} (RELIABILITY, section 2, line 7). */
    private static final Map<String, String> CODES =
            Map.of("ecs", "ThrottlingException", "application-autoscaling", "ThrottlingException");

    private static final int BAD_REQUEST = 400;

    private final int capacity;
    private final double refillPerSecond;
    private final Map<String, Level> levels = new HashMap<>();

    Throttle(int capacity, double refillPerSecond) {
        this.capacity = capacity;
        this.refillPerSecond = refillPerSecond;
    }

    @Override
    public String name() {
        return "throttle";
    }

    @Override
    public boolean applies(Attempt attempt) {
        var bucket = attempt.account() + "/" + attempt.region() + "/" + attempt.service();
        var level = refilled(levels.getOrDefault(bucket, new Level(capacity, attempt.now())), attempt.now());
        var exhausted = level.tokens() < 1;
        levels.put(bucket, exhausted ? level : new Level(level.tokens() - 1, level.at()));
        return exhausted;
    }

    @Override
    public Answer strike(Attempt attempt) {
        var code = CODES.getOrDefault(attempt.service(), "Throttling");
        return Answer.refusal(new AwsError(BAD_REQUEST, code, "Rate exceeded"));
    }

    private Level refilled(Level level, Instant now) {
        var seconds = Duration.between(level.at(), now).toMillis() / 1000.0;
        return new Level(Math.min(capacity, level.tokens() + seconds * refillPerSecond), now);
    }

    private record Level(double tokens, Instant at) {}
}
