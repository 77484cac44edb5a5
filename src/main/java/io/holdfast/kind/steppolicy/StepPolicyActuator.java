package io.holdfast.kind.steppolicy;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.BrokenPromise;
import io.holdfast.aws.Call;
import io.holdfast.aws.Patch;
import io.holdfast.aws.Shapes;
import io.holdfast.aws.StateRecords;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.model.Actuator;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Removal;
import io.holdfast.model.Step;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.StepScalingPolicyConfiguration;

/** Puts and deletes step scaling policies; their alarms are the {@link StepAlarmWriter}'s. */
final class StepPolicyActuator implements Actuator<StepPolicyState> {
    private static final Set<String> CONFIGURATION =
            Set.of("adjustmentType", "stepAdjustments", "cooldown", "minAdjustmentMagnitude", "metricAggregationType");

    private final ApplicationAutoScalingClient scaling;
    private final StepAlarmWriter alarms;

    StepPolicyActuator(AwsAccess access) {
        this.scaling = access.writing().scaling();
        this.alarms = new StepAlarmWriter(access);
    }

    @Override
    public Outcome create(Order<StepPolicyState> order) {
        return put(order.desired(), configuration(order.desired()));
    }

    @Override
    public Outcome update(Order<StepPolicyState> order, Step step) {
        return step.call().equals(StepAlarmFields.PUT)
                ? alarms.put(order, step.paths())
                : put(order.desired(), patched(order));
    }

    /** The policy's own owner is told by its target; left to mark is the alarm, if there is one. */
    @Override
    public Outcome adopt(Order<StepPolicyState> order) {
        return alarms.adopt(order);
    }

    @Override
    public Outcome delete(Removal<StepPolicyState> removal, Step step) {
        return step.call().equals(StepPolicyKind.DELETE_ALARMS) ? alarms.delete(removal) : delete(removal);
    }

    private Outcome delete(Removal<StepPolicyState> removal) {
        ScalingKey key = ScalingKey.parse(removal.key());
        return Call.remove(StepPolicyKind.DELETE, () -> {
            scaling.deleteScalingPolicy(request -> request.serviceNamespace(ServiceNamespace.ECS)
                    .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                    .resourceId(key.resourceId())
                    .policyName(key.name()));
            return Outcome.done();
        });
    }

    /** AWS replaces the configuration as a whole: what is not declared goes along as it is. */
    private static Map<String, Object> patched(Order<StepPolicyState> order) {
        return configuration(Patch.of(order));
    }

    private static Map<String, Object> configuration(StepPolicyState state) {
        Map<String, Object> members = StateRecords.tree(state);
        members.keySet().retainAll(CONFIGURATION);
        return members;
    }

    private Outcome put(StepPolicyState desired, Map<String, Object> configuration) {
        return Call.act(StepPolicyKind.PUT, () -> {
            var response = scaling.putScalingPolicy(request -> request.serviceNamespace(ServiceNamespace.ECS)
                    .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                    .resourceId(desired.resourceId().orElseThrow())
                    .policyName(desired.policyName().orElseThrow())
                    .policyType(PolicyType.STEP_SCALING)
                    .stepScalingPolicyConfiguration(Shapes.fill(StepScalingPolicyConfiguration.builder(), configuration)
                            .build()));
            return Outcome.done(BrokenPromise.unless(response.policyARN(), "policyARN"));
        });
    }
}
