package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.cloudwatch.Alarm;
import io.holdfast.sandbox.wire.Input;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** What a scaling policy makes of an alarm. */
sealed interface PolicyRule permits StepScaling, TargetTracking {

    /** The policy type on the wire. */
    String type();

    /** The member of requests and answers that holds the rule. */
    String member();

    /** The rule as it was sent. */
    Map<String, Object> toWire();

    /** The task count the alarm asks for, before bounds and cooldowns; empty when the rule has nothing to say about it. */
    OptionalInt capacity(int current, Alarm alarm);

    /** How long a change of this size keeps others of the policy from following. */
    Duration cooldown(int change);

    /** The rule of a request; refuses a type it does not know. */
    static PolicyRule of(Input input) {
        var type = input.string("PolicyType").orElse(StepScaling.TYPE);
        return switch (type) {
            case StepScaling.TYPE -> StepScaling.of(configuration(input, StepScaling.MEMBER));
            case TargetTracking.TYPE -> TargetTracking.of(configuration(input, TargetTracking.MEMBER));
            default -> throw Errors.invalid("Unsupported policy type: " + type);
        };
    }

    private static Input configuration(Input input, String member) {
        return input.child(member).orElseThrow(() -> Errors.invalid(member + " is required for this policy type."));
    }
}
