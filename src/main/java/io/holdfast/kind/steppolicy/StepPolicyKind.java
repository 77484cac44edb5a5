package io.holdfast.kind.steppolicy;

import static io.holdfast.model.Impact.IN_PLACE;
import static io.holdfast.model.Impact.REPLACEMENT;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.StateRecords;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Comparison;
import io.holdfast.model.Field;
import io.holdfast.model.FieldTable;
import io.holdfast.model.Handler;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Named;
import io.holdfast.model.Permission;
import io.holdfast.model.Problem;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import io.holdfast.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A step scaling policy with its alarm, declared under {@code scaling.steps} of its service. */
public final class StepPolicyKind implements Kind<StepPolicyState> {
    public static final KindName NAME = new KindName("scaling-step", "step-scaling-policy");

    static final String PUT = "application-autoscaling:PutScalingPolicy";

    static final String DELETE = "application-autoscaling:DeleteScalingPolicy";
    static final String DELETE_ALARMS = "cloudwatch:DeleteAlarms";

    static final KindName TARGET = new KindName("scaling", "scalable-target");

    private static final FieldTable<StepPolicyState> FIELDS = FieldTable.<StepPolicyState>changedBy(PUT)
            .row(Field.of("policyType", StepPolicyState::policyType, REPLACEMENT))
            .row(Field.of("adjustmentType", StepPolicyState::adjustmentType, IN_PLACE))
            .row(Field.<StepPolicyState>of("stepAdjustments", StepPolicyState::stepAdjustments, IN_PLACE)
                    .compared(Comparison.unordered(Map.of())))
            .row(Field.<StepPolicyState>of("cooldown", StepPolicyState::cooldown, IN_PLACE)
                    .compared(Comparison.exact().defaultsTo(300)))
            .row(Field.of("minAdjustmentMagnitude", StepPolicyState::minAdjustmentMagnitude, IN_PLACE))
            .row(Field.<StepPolicyState>of("metricAggregationType", StepPolicyState::metricAggregationType, IN_PLACE)
                    .compared(Comparison.exact().defaultsTo("Average")))
            .group("alarm", StepPolicyState::alarm, StepAlarmFields.TABLE)
            .build();

    /** All about step scaling policies of one account and region. */
    public static Handler<StepPolicyState> over(AwsAccess access) {
        return new Handler<>(
                new StepPolicyKind(),
                new StepPolicyObserver(access),
                new StepPolicyActuator(access),
                new StepPolicyExplorer(access));
    }

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public Class<StepPolicyState> stateType() {
        return StepPolicyState.class;
    }

    @Override
    public Slot slot() {
        return Slot.of("services.*.scaling.steps.*");
    }

    @Override
    public FieldTable<StepPolicyState> fields() {
        return FIELDS;
    }

    @Override
    public String key(StepPolicyState resolved) {
        return keyOf(resolved).toString();
    }

    static ScalingKey keyOf(StepPolicyState resolved) {
        return new ScalingKey(
                resolved.resourceId().orElse(""), resolved.policyName().orElse(""));
    }

    /** The policy first: only then is there an ARN for the alarm to name. The alarm is drift of the next look. */
    @Override
    public List<String> createCalls() {
        return List.of(PUT);
    }

    /** A policy has no tags and belongs to whom its target belongs; its alarm has tags of its own. */
    @Override
    public String adoptCall() {
        return StepAlarmWriter.TAG;
    }

    /** Without an alarm there is nothing to mark. */
    @Override
    public Set<String> calls(StepPolicyState declared) {
        Set<String> calls = Kind.super.calls(declared);
        if (declared.alarm().isEmpty()) {
            calls.remove(StepAlarmWriter.TAG);
        }
        return calls;
    }

    @Override
    public Permission permission(String call, AwsTarget at, StepPolicyState resolved) {
        return call.startsWith("cloudwatch:")
                ? Permission.of(call, at, "alarm:" + alarmName(resolved))
                : ScalingKey.permission(call, at);
    }

    private static String alarmName(StepPolicyState resolved) {
        return resolved.alarm().flatMap(StepAlarm::alarmName).orElse(Permission.ANY);
    }

    /** The alarm first: the policy is what leads to it, so that a policy deleted first could leave it behind for ever. */
    @Override
    public List<Step> deletion(StepPolicyState live) {
        Step policy = new Step(DELETE, List.of());
        return live.alarm().isPresent() ? List.of(new Step(DELETE_ALARMS, List.of()), policy) : List.of(policy);
    }

    @Override
    public Set<ResourceId> needs(ResourceId self, StepPolicyState declared) {
        return Set.of(self.parent(TARGET));
    }

    @Override
    public List<Problem> check(ResourceId self, StepPolicyState declared, References references) {
        return StepPolicyRules.problems(declared);
    }

    /** All periods is what an alarm without a number of its own waits for. */
    @Override
    public StepPolicyState exported(StepPolicyState live, Named named) {
        Map<String, Object> members = StateRecords.tree(live);
        live.alarm()
                .filter(it -> it.datapointsToAlarm().equals(it.evaluationPeriods()))
                .ifPresent(it -> {
                    Map<String, Object> alarm = StateRecords.tree(it);
                    alarm.remove("datapointsToAlarm");
                    members.put("alarm", alarm);
                });
        return StateRecords.read(members, StepPolicyState.class);
    }

    @Override
    public StepPolicyState resolve(ResourceId self, StepPolicyState declared, References references) {
        String name =
                declared.policyName().orElse(self.name().substring(self.name().indexOf('.') + 1));
        return references
                .find(self.parent(TARGET))
                .map(target -> new ScalingKey(target.key(), name))
                .map(key -> declared.of(
                        key.resourceId(), name, declared.alarm().map(alarm -> StepAlarmDefaults.fill(alarm, key))))
                .orElse(declared);
    }
}
