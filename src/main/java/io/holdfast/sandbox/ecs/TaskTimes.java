package io.holdfast.sandbox.ecs;

import java.time.Duration;

/** How long the steps of a task's life take on AWS, roughly. */
final class TaskTimes {

    /** From an accepted request to the scheduler acting on it. */
    static final Duration REACTION = Duration.ofSeconds(5);

    /** Placing, pulling and starting a Fargate task. */
    static final Duration START = Duration.ofSeconds(30);

    /** A task without health check counts as healthy after about this (AWS-SEMANTICS, section 3, e5). */
    static final Duration TRUSTED = Duration.ofSeconds(40);

    /** The default {@code stopTimeout} of a container. */
    static final Duration STOP = Duration.ofSeconds(30);

    /** The default deregistration delay of a target group (AWS-SEMANTICS, section 3, e9). */
    static final Duration DRAIN = Duration.ofMinutes(5);

    /** Stopped tasks can be described for about an hour (AWS-SEMANTICS, section 3, e7). */
    static final Duration REMEMBERED = Duration.ofHours(1);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(15);
    private static final int LAST_DOUBLING = 7;

    private TaskTimes() {}

    /** ECS throttles a service whose tasks keep failing, up to a quarter of an hour. */
    static Duration retry(int failures) {
        var doubled = FIRST_RETRY.multipliedBy(1L << Math.min(failures, LAST_DOUBLING));
        return doubled.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : doubled;
    }
}
