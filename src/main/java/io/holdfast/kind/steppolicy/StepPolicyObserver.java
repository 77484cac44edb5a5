package io.holdfast.kind.steppolicy;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.BrokenPromise;
import io.holdfast.aws.Shapes;
import io.holdfast.aws.StateRecords;
import io.holdfast.aws.load.NamedAlarm;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.aws.load.ScalingLoaders;
import io.holdfast.model.Ask;
import io.holdfast.model.Facts;
import io.holdfast.model.Health;
import io.holdfast.model.Observed;
import io.holdfast.model.Observer;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Step scaling policies and their alarms as AWS shows them. */
final class StepPolicyObserver implements Observer<StepPolicyState> {
    private static final String OPERATION = "application-autoscaling:DescribeScalingPolicies";

    private final AwsAccess access;
    private final ScalingLoaders scaling;
    private final OwnAlarms own;

    StepPolicyObserver(AwsAccess access) {
        this.access = access;
        this.scaling = access.scaling();
        this.own = new OwnAlarms(access);
    }

    @Override
    public Map<ResourceId, Observed<StepPolicyState>> observe(List<Ask<StepPolicyState>> asks) {
        Look look = look(asks);
        Map<ResourceId, Observed<StepPolicyState>> observed = new LinkedHashMap<>();
        asks.forEach(ask -> observed.put(
                ask.id(), policy(ask, look.policies()).observed(OPERATION, policy -> withAlarm(ask, policy, look))));
        return observed;
    }

    private Look look(List<Ask<StepPolicyState>> asks) {
        List<String> resources =
                asks.stream().map(ask -> key(ask).resourceId()).distinct().toList();
        var alarms = access.alarms()
                .alarms()
                .load(asks.stream().flatMap(ask -> alarmName(ask).stream()).toList());
        var owners = access.alarms().tags().load(alarmArns(alarms));
        return new Look(scaling.policies().load(resources), scaling.tagsOfTargets(resources), alarms, owners);
    }

    private Observed<StepPolicyState> withAlarm(Ask<StepPolicyState> ask, ScalingPolicy policy, Look look) {
        if (ask.desired().isEmpty()) {
            Optional<MetricAlarm> ours =
                    own.of(ask.id(), key(ask), policy).stream().findFirst();
            return present(ask, policy, ours, owner(ask, policy, Optional.empty(), look));
        }
        Optional<String> name = alarmName(ask);
        Answer<NamedAlarm> alarm = name.map(look.alarms()::get).orElseGet(Answer::notFound);
        return alarm.trouble()
                .map(Observed::<StepPolicyState>unseen)
                .orElseGet(() -> present(
                        ask,
                        policy,
                        alarm.toOptional().flatMap(NamedAlarm::metric),
                        owner(ask, policy, alarm.toOptional(), look)));
    }

    private Ownership owner(Ask<StepPolicyState> ask, ScalingPolicy policy, Optional<NamedAlarm> alarm, Look look) {
        return new StepPolicyOwner(access.marks(), look).of(ask.id(), key(ask), policy, alarm);
    }

    private static Observed<StepPolicyState> present(
            Ask<StepPolicyState> ask, ScalingPolicy policy, Optional<MetricAlarm> alarm, Ownership owner) {
        String arn = BrokenPromise.unless(policy.policyARN(), "policyARN");
        StepPolicyState state = stateOf(policy, alarm.map(it -> StepAlarmShape.stateOf(it, arn)));
        Facts facts = Facts.of(arn, owner);
        boolean isInert = ask.desired().flatMap(StepPolicyState::alarm).isPresent() && alarm.isEmpty();
        return Observed.present(
                state, isInert ? facts.with(Health.of(Health.Status.DEGRADED, "no alarm triggers it")) : facts);
    }

    static StepPolicyState stateOf(ScalingPolicy policy, Optional<StepAlarm> alarm) {
        Map<String, Object> members = new HashMap<>();
        Optional.ofNullable(policy.stepScalingPolicyConfiguration())
                .ifPresent(configuration -> members.putAll(Shapes.tree(configuration)));
        members.put("policyName", policy.policyName());
        members.put("policyType", policy.policyTypeAsString());
        members.put("resourceId", policy.resourceId());
        alarm.ifPresent(it -> members.put("alarm", StateRecords.tree(it)));
        return StateRecords.read(members, StepPolicyState.class);
    }

    private static Answer<ScalingPolicy> policy(
            Ask<StepPolicyState> ask, Map<String, Answer<List<ScalingPolicy>>> policies) {
        ScalingKey key = key(ask);
        return policies.get(key.resourceId())
                .then(ofTarget -> ofTarget.stream()
                        .filter(policy -> key.name().equals(policy.policyName()))
                        .findFirst()
                        .map(Answer::found)
                        .orElseGet(Answer::notFound));
    }

    private static ScalingKey key(Ask<StepPolicyState> ask) {
        return ScalingKey.parse(ask.key());
    }

    private static Optional<String> alarmName(Ask<StepPolicyState> ask) {
        return ask.desired().flatMap(StepPolicyState::alarm).flatMap(StepAlarm::alarmName);
    }

    private static List<String> alarmArns(Map<String, Answer<NamedAlarm>> alarms) {
        return alarms.values().stream()
                .flatMap(answer -> answer.toOptional().stream())
                .flatMap(alarm -> alarm.metric().stream())
                .map(alarm -> BrokenPromise.unless(alarm.alarmArn(), "alarmArn"))
                .toList();
    }

    /**
     * What was found for one round of asks.
     *
     * @param policies by the resource id of their target
     * @param targetTags by resource id
     * @param alarms by name
     * @param alarmTags by ARN
     */
    record Look(
            Map<String, Answer<List<ScalingPolicy>>> policies,
            Map<String, Answer<Map<String, String>>> targetTags,
            Map<String, Answer<NamedAlarm>> alarms,
            Map<String, Answer<Map<String, String>>> alarmTags) {}
}
