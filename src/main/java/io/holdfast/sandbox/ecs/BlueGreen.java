package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Input;
import java.time.Duration;

/** The time a rollout with two full sides takes between healthy new tasks and the end of the old ones. */
final class BlueGreen {

    /** Moving the traffic of all tasks at once. */
    private static final Duration SHIFT = Duration.ofSeconds(30);

    /** Amazon ECS API Reference, LinearConfiguration and CanaryConfiguration. */
    private static final double LINEAR_STEP_PERCENT = 10;

    private static final int LINEAR_STEP_MINUTES = 6;
    private static final int CANARY_MINUTES = 10;

    private BlueGreen() {}

    static Duration handover(Input configuration) {
        var bake = Duration.ofMinutes(configuration.integer("bakeTimeInMinutes").orElse(0));
        return shift(configuration).plus(bake);
    }

    private static Duration shift(Input configuration) {
        return switch (configuration.string("strategy").orElse("")) {
            case "LINEAR" -> linear(configuration.child("linearConfiguration").orElse(configuration));
            case "CANARY" -> canary(configuration.child("canaryConfiguration").orElse(configuration));
            default -> SHIFT;
        };
    }

    private static Duration linear(Input configuration) {
        var step = configuration.decimal("stepPercent").orElse(LINEAR_STEP_PERCENT);
        var minutes = configuration.integer("stepBakeTimeInMinutes").orElse(LINEAR_STEP_MINUTES);
        return Duration.ofMinutes(minutes).multipliedBy((long) Math.ceil(100 / step) - 1);
    }

    private static Duration canary(Input configuration) {
        return Duration.ofMinutes(
                configuration.integer("canaryBakeTimeInMinutes").orElse(CANARY_MINUTES));
    }
}
