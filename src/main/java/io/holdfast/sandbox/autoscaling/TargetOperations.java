package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.World;
import io.holdfast.sandbox.wire.Input;
import java.util.Map;
import java.util.Optional;

/** Registering and deregistering targets. */
final class TargetOperations {

    private TargetOperations() {}

    /** Creates the target or changes what was sent; either way the service's count is brought into the bounds at once. */
    static Map<String, Object> register(Call call) {
        var key = TargetKey.of(call.input());
        var world = call.world();
        var registry = Registry.of(world);
        requireService(world, key);
        var target = Optional.ofNullable(registry.targets.get(key))
                .map(old -> changed(old, call.input()))
                .orElseGet(() -> created(world, key, call.input()));
        registry.targets.put(key, target);
        new Capacity(world, key).clamp(target.range(), "capacity bounds were registered");
        return Map.of("ScalableTargetARN", target.arn());
    }

    /** Takes the policies, their own alarms and the scheduled actions with it; the service keeps its count. */
    static Map<String, Object> deregister(Call call) {
        var key = TargetKey.of(call.input());
        var registry = Registry.of(call.world());
        if (!registry.targets.containsKey(key)) {
            throw Errors.notFound("No scalable target found for " + key.inWords());
        }
        registry.policiesOf(key).forEach(policy -> PolicyOperations.remove(call.world(), policy));
        registry.actions.keySet().removeIf(id -> id.target().equals(key));
        registry.targets.remove(key);
        return Map.of();
    }

    private static void requireService(World world, TargetKey key) {
        if (new Capacity(world, key).desired().isEmpty()) {
            throw Errors.invalid("ECS service doesn't exist: " + key.resourceId());
        }
    }

    private static ScalableTarget created(World world, TargetKey key, Input input) {
        var min = input.integer("MinCapacity").orElseThrow(() -> missing("MinCapacity"));
        var max = input.integer("MaxCapacity").orElseThrow(() -> missing("MaxCapacity"));
        return new ScalableTarget(
                key,
                Ids.targetArn(world),
                new Range(min, max),
                suspended(SuspendedState.NOTHING, input),
                input.string("RoleARN").orElseGet(() -> Ids.roleArn(world)),
                world.timeline().now(),
                input.map("Tags"));
    }

    private static ScalableTarget changed(ScalableTarget old, Input input) {
        if (!input.map("Tags").isEmpty()) {
            throw Errors.invalid(
                    "Tags can only be given at creation: use TagResource for an existing scalable target.");
        }
        return old.with(old.range().with(input.integer("MinCapacity"), input.integer("MaxCapacity")))
                .with(suspended(old.suspended(), input));
    }

    private static SuspendedState suspended(SuspendedState old, Input input) {
        return input.child("SuspendedState").map(old::with).orElse(old);
    }

    private static RuntimeException missing(String member) {
        return Errors.invalid(member + " is required when a scalable target is registered for the first time.");
    }
}
