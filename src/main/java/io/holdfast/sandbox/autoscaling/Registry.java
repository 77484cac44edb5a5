package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.cloudwatch.Alarms;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What Application Auto Scaling remembers of one account and region. */
final class Registry {

    final NavigableMap<TargetKey, ScalableTarget> targets = new TreeMap<>();
    final NavigableMap<Owned, ScalingPolicy> policies = new TreeMap<>();
    final NavigableMap<Owned, ScheduledAction> actions = new TreeMap<>();
    final List<ScalingActivity> activities = new ArrayList<>();
    private long editions;

    private Registry() {}

    /** The registry of this world; from its first use on, alarms reach its policies. */
    static Registry of(World world) {
        var alarms = Alarms.of(world);
        return world.part(Registry.class, () -> {
            alarms.subscribe(world.arn("autoscaling", "scalingPolicy:"), new PolicyRun(world)::alarmed);
            return new Registry();
        });
    }

    ScalableTarget target(TargetKey key) {
        return Optional.ofNullable(targets.get(key)).orElseThrow(() -> Errors.noTarget(key));
    }

    Optional<ScalingPolicy> policyOfArn(String arn) {
        return policies.values().stream()
                .filter(policy -> policy.arn().equals(arn))
                .findFirst();
    }

    List<ScalingPolicy> policiesOf(TargetKey key) {
        return policies.values().stream()
                .filter(policy -> policy.id().target().equals(key))
                .toList();
    }

    /** A number no earlier put has had. */
    long nextEdition() {
        return ++editions;
    }
}
