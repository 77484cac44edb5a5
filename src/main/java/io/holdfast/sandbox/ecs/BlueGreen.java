package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.wire.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rollouts that run both sides in full until traffic has moved and the bake time is over: BLUE_GREEN, LINEAR, CANARY. */
final class BlueGreen {

    /** Moving the traffic of all tasks at once. */
    private static final Duration SHIFT = Duration.ofSeconds(30);

    /** Amazon ECS API Reference, LinearConfiguration and CanaryConfiguration. */
    private static final double LINEAR_STEP_PERCENT = 10;

    private static final int LINEAR_STEP_MINUTES = 6;
    private static final int CANARY_MINUTES = 10;

    private final World world;
    private final EcsService service;
    private final Input configuration;

    BlueGreen(World world, EcsService service) {
        this.world = world;
        this.service = service;
        this.configuration = service.structure("deploymentConfiguration");
    }

    boolean isUsed() {
        return !strategy().equals("ROLLING");
    }

    /** Traffic begins to move once all of the new side is healthy. */
    void noteHealthy() {
        if (service.primary().scaledUp == null) {
            service.primary().scaledUp = world.timeline().now();
        }
    }

    /** Whether the old side may go. */
    boolean isHandedOver() {
        var primary = service.primary();
        return primary.wasCompleted || (primary.scaledUp != null && !isBefore(handover()));
    }

    /** When the old side may go, if that is a matter of time only. */
    Optional<Instant> pendingHandover() {
        var moving = isUsed() && service.primary().scaledUp != null && isBefore(handover());
        return moving ? Optional.of(handover()) : Optional.empty();
    }

    /** Where the rollout stands; empty for a rolling one and when nothing is being rolled out. */
    Optional<String> stage() {
        if (!isUsed() || !service.isDeploying()) {
            return Optional.empty();
        }
        if (service.primary().scaledUp == null) {
            return Optional.of("SCALE_UP");
        }
        if (isBefore(shifted())) {
            return Optional.of("PRODUCTION_TRAFFIC_SHIFT");
        }
        return Optional.of(isBefore(handover()) ? "BAKE_TIME" : "CLEAN_UP");
    }

    /** After each rollout the two target groups have changed roles. */
    void swapSides() {
        service.members.computeIfPresent(
                "loadBalancers",
                (name, balancers) -> ((List<?>) balancers)
                        .stream()
                                .<Object>map(balancer -> swapped((Map<?, ?>) balancer))
                                .toList());
    }

    private static Map<Object, Object> swapped(Map<?, ?> balancer) {
        var copy = new LinkedHashMap<Object, Object>(balancer);
        if (balancer.get("advancedConfiguration") instanceof Map<?, ?> advanced
                && advanced.get("alternateTargetGroupArn") != null) {
            var other = new LinkedHashMap<Object, Object>(advanced);
            other.put("alternateTargetGroupArn", balancer.get("targetGroupArn"));
            copy.put("targetGroupArn", advanced.get("alternateTargetGroupArn"));
            copy.put("advancedConfiguration", other);
        }
        return copy;
    }

    private boolean isBefore(Instant time) {
        return world.timeline().now().isBefore(time);
    }

    private Instant shifted() {
        return service.primary().scaledUp.plus(world.pace().of(shift()));
    }

    private Instant handover() {
        var bake = Duration.ofMinutes(configuration.integer("bakeTimeInMinutes").orElse(0));
        return shifted().plus(world.pace().of(bake));
    }

    private Duration shift() {
        return switch (strategy()) {
            case "LINEAR" -> linear(configuration.child("linearConfiguration").orElse(configuration));
            case "CANARY" -> canary(configuration.child("canaryConfiguration").orElse(configuration));
            default -> SHIFT;
        };
    }

    private String strategy() {
        return configuration.string("strategy").orElse("ROLLING");
    }

    private static Duration linear(Input linear) {
        var step = linear.decimal("stepPercent").orElse(LINEAR_STEP_PERCENT);
        var minutes = linear.integer("stepBakeTimeInMinutes").orElse(LINEAR_STEP_MINUTES);
        return Duration.ofMinutes(minutes).multipliedBy((long) Math.ceil(100 / step) - 1);
    }

    private static Duration canary(Input canary) {
        return Duration.ofMinutes(canary.integer("canaryBakeTimeInMinutes").orElse(CANARY_MINUTES));
    }
}
