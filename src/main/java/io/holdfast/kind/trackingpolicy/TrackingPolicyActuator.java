package io.holdfast.kind.trackingpolicy;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.BrokenPromise;
import io.holdfast.aws.Call;
import io.holdfast.aws.Dimensions;
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
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** Puts and deletes target tracking policies; AWS sees to their alarms. */
final class TrackingPolicyActuator implements Actuator<TrackingPolicyState> {
    private static final String PREDEFINED = "predefinedMetricSpecification";
    private static final String CUSTOMIZED = "customizedMetricSpecification";

    private static final Set<String> CONFIGURATION =
            Set.of("targetValue", PREDEFINED, CUSTOMIZED, "scaleInCooldown", "scaleOutCooldown", "disableScaleIn");

    private final ApplicationAutoScalingClient scaling;

    TrackingPolicyActuator(AwsAccess access) {
        this.scaling = access.writing().scaling();
    }

    @Override
    public Outcome create(Order<TrackingPolicyState> order) {
        return put(order.desired(), configuration(order.desired()));
    }

    @Override
    public Outcome update(Order<TrackingPolicyState> order, Step step) {
        return put(order.desired(), patched(order));
    }

    /** Nothing to mark: its target carries the mark. */
    @Override
    public Outcome adopt(Order<TrackingPolicyState> order) {
        return Outcome.done();
    }

    @Override
    public Outcome delete(Removal<TrackingPolicyState> removal, Step step) {
        ScalingKey key = ScalingKey.parse(removal.key());
        return Call.remove(TrackingPolicyKind.DELETE, () -> {
            scaling.deleteScalingPolicy(request -> request.serviceNamespace(ServiceNamespace.ECS)
                    .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                    .resourceId(key.resourceId())
                    .policyName(key.name()));
            return Outcome.done();
        });
    }

    /** AWS replaces the configuration as a whole: what is not declared goes along, but for the metric of the other sort. */
    private static Map<String, Object> patched(Order<TrackingPolicyState> order) {
        Map<String, Object> members = configuration(Patch.of(order));
        boolean predefined = order.desired().predefinedMetricSpecification().isPresent();
        members.remove(predefined ? CUSTOMIZED : PREDEFINED);
        return members;
    }

    private static Map<String, Object> configuration(TrackingPolicyState state) {
        Map<String, Object> members = StateRecords.tree(state);
        members.keySet().retainAll(CONFIGURATION);
        return Dimensions.asLists(members);
    }

    private Outcome put(TrackingPolicyState desired, Map<String, Object> configuration) {
        return Call.act(TrackingPolicyKind.PUT, () -> {
            var response = scaling.putScalingPolicy(request -> request.serviceNamespace(ServiceNamespace.ECS)
                    .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                    .resourceId(desired.resourceId().orElseThrow())
                    .policyName(desired.policyName().orElseThrow())
                    .policyType(PolicyType.TARGET_TRACKING_SCALING)
                    .targetTrackingScalingPolicyConfiguration(
                            Shapes.fill(TargetTrackingScalingPolicyConfiguration.builder(), configuration)
                                    .build()));
            return Outcome.done(BrokenPromise.unless(response.policyARN(), "policyARN"));
        });
    }
}
