package io.holdfast.aws;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast we ask one account and region, family by family: AWS throttles reads and writes of each service apart, and
 * shares its buckets with everybody else in the account, so we stay well below them.
 */
final class Budget {
    /** Longer than this is a fault: the SDK's time for an attempt runs while we wait. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** A bucket's size in calls, and calls added per second. */
    record Rate(double capacity, double perSecond) {}

    /**
     * Amazon ECS API Reference, "Request throttling for the Amazon ECS API": reads of clusters have a bucket of 50. For
     * the others AWS publishes no figure per action; these are small enough to leave room for people and deployments. IAM is
     * asked only while a person waits for the answer.
     */
    private static final Map<String, Rate> RATES = Map.of(
            "ecs:read", new Rate(50, 20),
            "ecs:write", new Rate(10, 2),
            "application-autoscaling:read", new Rate(20, 5),
            "application-autoscaling:write", new Rate(10, 2),
            "cloudwatch:read", new Rate(20, 5),
            "cloudwatch:write", new Rate(5, 1),
            "rds:read", new Rate(20, 5),
            "elasticache:read", new Rate(20, 5),
            "iam:read", new Rate(40, 10));

    private static final Rate ANY_OTHER = new Rate(5, 1);

    private final Ticker ticker;
    private final AwsMeter meter;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    Budget(Ticker ticker, AwsMeter meter) {
        this.ticker = requireNonNull(ticker, "ticker");
        this.meter = requireNonNull(meter, "meter");
    }

    /**
     * Returns when a call of this family may be made.
     *
     * @throws AwsFailure when that would take too long; nothing was sent
     */
    void take(String family, String operation) {
        Duration wait = bucket(family).take(ticker.nanos(), LONGEST_WAIT);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            String message =
                    "our own budget for " + family + " is spent for " + wait.toSeconds() + " s; nothing was sent";
            throw new AwsFailure(new Fault(Fault.Kind.THROTTLED, operation, "BudgetSpent", message));
        }
        if (!wait.isZero()) {
            meter.waited(family, wait);
            ticker.pause(wait);
        }
    }

    /** AWS said that it was too much. */
    void throttled(String family) {
        bucket(family).throttled(ticker.nanos());
    }

    private TokenBucket bucket(String family) {
        Rate rate = RATES.getOrDefault(family, ANY_OTHER);
        return buckets.computeIfAbsent(
                family, it -> new TokenBucket(rate.capacity(), rate.perSecond(), ticker.nanos()));
    }
}
