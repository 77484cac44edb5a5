package io.holdfast.sandbox.autoscaling;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.cloudwatch.Alarm;
import io.holdfast.sandbox.cloudwatch.Alarms;
import java.util.OptionalInt;

/** What happens when an alarm reaches a policy: the rule's answer, within bounds, cooldown and suspension. */
final class PolicyRun {

    private final World world;

    PolicyRun(World world) {
        this.world = requireNonNull(world, "world");
    }

    void alarmed(Alarm alarm, String policyArn) {
        Registry.of(world).policyOfArn(policyArn).ifPresent(policy -> run(policy, alarm));
    }

    private void run(ScalingPolicy policy, Alarm alarm) {
        var key = policy.id().target();
        var capacity = new Capacity(world, key);
        if (capacity.desired().isEmpty()) {
            return;
        }
        int current = capacity.desired().get();
        var wanted = wanted(policy, alarm, current);
        if (wanted.isPresent() && isAllowed(policy, wanted.getAsInt() - current)) {
            Cooldowns.of(world).started(key, current, wanted.getAsInt(), policy.rule());
            capacity.move(current, wanted.getAsInt(), cause(policy, alarm));
        }
    }

    private static String cause(ScalingPolicy policy, Alarm alarm) {
        return "monitor alarm " + alarm.name() + " in state " + alarm.state().value() + " triggered policy "
                + policy.id().name();
    }

    /** The count the policy leads to now; empty when it leads nowhere. */
    private OptionalInt wanted(ScalingPolicy policy, Alarm alarm, int current) {
        var key = policy.id().target();
        int base = Cooldowns.of(world).base(key, current);
        var range = Registry.of(world).target(key).range();
        var answer = policy.rule().capacity(base, alarm);
        if (answer.isEmpty()) {
            return answer;
        }
        int wanted = range.clamp(answer.getAsInt());
        boolean waits = Cooldowns.of(world).forbids(key, current, wanted);
        return wanted == current || waits ? OptionalInt.empty() : OptionalInt.of(wanted);
    }

    private boolean isAllowed(ScalingPolicy policy, int change) {
        var suspended = Registry.of(world).target(policy.id().target()).suspended();
        return change > 0 ? !suspended.scaleOut() : !suspended.scaleIn() && mayShrink(policy);
    }

    /** Nothing is scaled in while ECS deploys (Amazon ECS guide, service auto scaling). */
    private boolean mayShrink(ScalingPolicy policy) {
        return !new Capacity(world, policy.id().target()).isDeploying() && allTrackersAgree(policy);
    }

    /** Scaling in needs the consent of every target tracking policy of the target (Application Auto Scaling guide). */
    private boolean allTrackersAgree(ScalingPolicy policy) {
        return Registry.of(world).policiesOf(policy.id().target()).stream()
                .filter(other -> policy.rule() instanceof TargetTracking && other.rule() instanceof TargetTracking)
                .allMatch(this::wantsLess);
    }

    private boolean wantsLess(ScalingPolicy tracker) {
        return Alarms.of(world).acting(tracker.arn()).stream()
                .filter(alarm -> alarm.name().contains("AlarmLow"))
                .anyMatch(alarm -> alarm.state().isAlarm());
    }
}
