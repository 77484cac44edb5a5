package io.holdfast.sandbox.autoscaling;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.ecs.EcsState;
import java.time.Duration;
import java.util.Optional;

/** The task count of a service, and the record of what moved it. The only place here that knows ECS. */
final class Capacity {

    /** How long ECS takes to start or stop a few tasks. */
    private static final Duration FULFILMENT = Duration.ofSeconds(30);

    private final World world;
    private final TargetKey key;

    Capacity(World world, TargetKey key) {
        this.world = requireNonNull(world, "world");
        this.key = requireNonNull(key, "key");
    }

    /** The desired count; empty when the service does not exist or is not active. */
    Optional<Integer> desired() {
        return EcsState.of(world).desiredCount(key.cluster(), key.service());
    }

    /** Whether a deployment is in progress. */
    boolean isDeploying() {
        return EcsState.of(world).isDeploying(key.cluster(), key.service());
    }

    /** Brings the desired count into the bounds, if there is a service and it is outside. */
    void clamp(Range range, String cause) {
        desired().ifPresent(count -> move(count, range.clamp(count), cause));
    }

    /** Moves the desired count and records it; nothing happens when it stays. */
    void move(int from, int to, String cause) {
        if (from == to) {
            return;
        }
        EcsState.of(world).setDesiredCount(key.cluster(), key.service(), to);
        record("Setting desired count to " + to + ".", cause, FULFILMENT, "Successful");
    }

    /** Records something other than a move of the count. */
    void note(String description, String cause, String outcome) {
        record(description, cause, Duration.ZERO, outcome);
    }

    private void record(String description, String cause, Duration takes, String outcome) {
        var now = world.timeline().now();
        var ends = now.plus(world.pace().of(takes));
        Registry.of(world)
                .activities
                .add(new ScalingActivity(Ids.uuid(world), key, description, cause, now, ends, outcome));
    }
}
