package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.World;
import io.holdfast.sandbox.cloudwatch.Alarms;
import java.util.Map;
import java.util.Optional;

/** Putting and deleting policies. */
final class PolicyOperations {

    private PolicyOperations() {}

    /** Creates the policy or replaces its rule; an existing one keeps its ARN, which alarms hang on. */
    static Map<String, Object> put(Call call) {
        var world = call.world();
        var registry = Registry.of(world);
        var id = idOf(call);
        registry.target(id.target());
        var rule = PolicyRule.of(call.input());
        var old = Optional.ofNullable(registry.policies.get(id));
        old.ifPresent(policy -> requireSameType(policy, rule));
        var policy = new ScalingPolicy(
                id,
                old.map(ScalingPolicy::arn).orElseGet(() -> Ids.policyArn(world, id)),
                rule,
                old.map(ScalingPolicy::created).orElseGet(world.timeline()::now));
        if (rule instanceof TargetTracking tracking) {
            TrackingAlarms.put(world, policy, tracking);
        }
        registry.policies.put(id, policy);
        return Map.of(
                "PolicyARN", policy.arn(),
                "Alarms", ScalingPolicy.alarmsToWire(Alarms.of(world).acting(policy.arn())));
    }

    static Map<String, Object> delete(Call call) {
        var id = idOf(call);
        var policy = Registry.of(call.world()).policies.get(id);
        if (policy == null) {
            throw Errors.notFound(
                    "No scaling policy found for " + id.target().inWords() + ", policy name: " + id.name());
        }
        remove(call.world(), policy);
        return Map.of();
    }

    /** A target tracking policy takes its alarms with it; other alarms stay, without the action. */
    static void remove(World world, ScalingPolicy policy) {
        if (policy.rule() instanceof TargetTracking) {
            TrackingAlarms.delete(world, policy);
        }
        Alarms.of(world).dropAction(policy.arn());
        Registry.of(world).policies.remove(policy.id());
    }

    private static Owned idOf(Call call) {
        return new Owned(TargetKey.of(call.input()), Errors.required(call.input(), "PolicyName"));
    }

    private static void requireSameType(ScalingPolicy old, PolicyRule rule) {
        if (!old.rule().type().equals(rule.type())) {
            throw Errors.invalid("The type of policy " + old.id().name() + " cannot be changed from "
                    + old.rule().type() + " to " + rule.type() + ".");
        }
    }
}
