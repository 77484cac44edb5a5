package io.holdfast.kind.steppolicy;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.BrokenPromise;
import io.holdfast.aws.Finds;
import io.holdfast.aws.load.NamedAlarm;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.model.Exploration;
import io.holdfast.model.Explored;
import io.holdfast.model.Explorer;
import io.holdfast.model.Find;
import io.holdfast.model.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.applicationautoscaling.model.Alarm;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Finds the step scaling policies of the targets that were found, each with the alarm that triggers it. */
final class StepPolicyExplorer implements Explorer<StepPolicyState> {
    private static final String OPERATION = "application-autoscaling:DescribeScalingPolicies";

    /** Policies of the other type have a kind of their own; any third type has none. */
    private static final String TRACKING = "TargetTrackingScaling";

    private final AwsAccess access;

    StepPolicyExplorer(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Exploration<StepPolicyState> explore(Scope scope, Explored explored) {
        Finds<StepPolicyState> finds = new Finds<>();
        List<String> targets = explored.keys(StepPolicyKind.TARGET);
        Map<String, Answer<List<ScalingPolicy>>> policies =
                access.scaling().policies().load(targets);
        Map<String, Answer<NamedAlarm>> alarms = access.alarms().alarms().load(alarmNames(policies.values()));
        Set<String> taken = new HashSet<>();
        targets.forEach(target -> {
            policies.get(target).trouble().ifPresent(it -> finds.blind("the scaling policies of " + target, it));
            policies.get(target).toOptional().orElse(List.of()).forEach(policy -> {
                if (StepPolicyState.TYPE.equals(policy.policyTypeAsString())) {
                    String what = "the step policy " + target + "/" + policy.policyName();
                    Answer<Optional<MetricAlarm>> alarm = alarm(policy, alarms, taken, finds);
                    finds.take(what, OPERATION, false, alarm, it -> find(policy, it));
                } else if (!TRACKING.equals(policy.policyTypeAsString())) {
                    finds.leave("scaling policy " + target + "/" + policy.policyName() + " is of type "
                            + policy.policyTypeAsString() + ", which cannot be declared");
                }
            });
        });
        return finds.exploration();
    }

    private static List<String> alarmNames(Collection<Answer<List<ScalingPolicy>>> policies) {
        return policies.stream()
                .flatMap(it -> it.toOptional().stream())
                .flatMap(List::stream)
                .filter(it -> StepPolicyState.TYPE.equals(it.policyTypeAsString()))
                .flatMap(it -> it.alarms().stream())
                .map(Alarm::alarmName)
                .distinct()
                .toList();
    }

    /** One alarm is declared with a policy, and with one policy only: the first of either in the order of names. */
    private static Answer<Optional<MetricAlarm>> alarm(
            ScalingPolicy policy,
            Map<String, Answer<NamedAlarm>> alarms,
            Set<String> taken,
            Finds<StepPolicyState> finds) {
        Answer<Optional<MetricAlarm>> first = Answer.found(Optional.empty());
        for (String name :
                policy.alarms().stream().map(Alarm::alarmName).sorted().toList()) {
            Answer<Optional<MetricAlarm>> alarm =
                    alarms.get(name).fold(it -> Answer.found(it.metric()), () -> first, Answer::failed);
            if (alarm.trouble().isPresent()) {
                return alarm;
            }
            if (alarm.toOptional().flatMap(it -> it).isPresent() && taken.add(name)) {
                policy.alarms().stream()
                        .map(Alarm::alarmName)
                        .filter(it -> !it.equals(name))
                        .forEach(it -> finds.leave("alarm " + it + " triggers " + policy.policyName()
                                + " as well, and only one alarm is declared with a policy"));
                return alarm;
            }
        }
        return first;
    }

    private Optional<Find<StepPolicyState>> find(ScalingPolicy policy, Optional<MetricAlarm> alarm) {
        String arn = BrokenPromise.unless(policy.policyARN(), "policyARN");
        String target = BrokenPromise.unless(policy.resourceId(), "resourceId");
        StepPolicyState state = StepPolicyObserver.stateOf(policy, alarm.map(it -> StepAlarmShape.stateOf(it, arn)));
        return Optional.of(Find.inside(
                target,
                new ScalingKey(target, policy.policyName()).toString(),
                policy.policyName(),
                state,
                alarm.map(this::tags).orElse(Map.of())));
    }

    /** Without its tags nobody knows whose it is; the look that follows says so. */
    private Map<String, String> tags(MetricAlarm alarm) {
        String arn = BrokenPromise.unless(alarm.alarmArn(), "alarmArn");
        return access.alarms().tags().load(List.of(arn)).get(arn).toOptional().orElse(Map.of());
    }
}
