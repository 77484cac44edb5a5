package io.holdfast.kind.scalabletarget;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.BrokenPromise;
import io.holdfast.aws.Call;
import io.holdfast.aws.Patch;
import io.holdfast.aws.Sent;
import io.holdfast.aws.Shapes;
import io.holdfast.aws.load.ScalingLoaders;
import io.holdfast.kind.scalabletarget.ScalableTargetState.SuspendedState;
import io.holdfast.model.Actuator;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Removal;
import io.holdfast.model.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Registers and deregisters scalable targets. A register call changes what it sends and keeps the rest. */
final class ScalableTargetActuator implements Actuator<ScalableTargetState> {
    private final ApplicationAutoScalingClient scaling;
    private final ScalingLoaders looks;

    ScalableTargetActuator(AwsAccess access) {
        this.scaling = access.writing().scaling();
        this.looks = access.scaling();
    }

    @Override
    public Outcome create(Order<ScalableTargetState> order) {
        ScalableTargetState desired = order.desired();
        Map<String, String> tags = new HashMap<>(desired.tags().orElse(Map.of()));
        tags.putAll(order.ownershipTags());
        var request = to(desired)
                .minCapacity(desired.min())
                .maxCapacity(desired.max())
                .tags(tags);
        desired.suspendedState().ifPresent(it -> request.suspendedState(suspended(it)));
        return register(request.build());
    }

    @Override
    public Outcome update(Order<ScalableTargetState> order, Step step) {
        return step.call().equals(ScalableTargetKind.TAG)
                ? tag(order, Sent.tags(step, order.desired().tags()))
                : register(changed(order, Sent.members(step)));
    }

    @Override
    public Outcome adopt(Order<ScalableTargetState> order) {
        return tag(order, order.ownershipTags());
    }

    /** The service keeps the count it has. */
    @Override
    public Outcome delete(Removal<ScalableTargetState> removal, Step step) {
        Outcome outcome = Call.remove(ScalableTargetKind.DEREGISTER, () -> {
            scaling.deregisterScalableTarget(request -> request.serviceNamespace(ServiceNamespace.ECS)
                    .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                    .resourceId(removal.key()));
            return Outcome.done();
        });
        looks.forgetTarget(removal.key());
        return outcome;
    }

    private static RegisterScalableTargetRequest changed(Order<ScalableTargetState> order, Set<String> members) {
        ScalableTargetState desired = order.desired();
        var request = to(desired);
        if (members.contains("min")) {
            request.minCapacity(desired.min());
        }
        if (members.contains("max")) {
            request.maxCapacity(desired.max());
        }
        if (members.contains("suspendedState")) {
            request.suspendedState(suspended(patched(order)));
        }
        return request.build();
    }

    /** AWS does not say what becomes of a member that is left out, so the live ones go along. */
    private static SuspendedState patched(Order<ScalableTargetState> order) {
        return Patch.of(order).suspendedState().orElseThrow();
    }

    private Outcome register(RegisterScalableTargetRequest request) {
        return Call.act(
                ScalableTargetKind.REGISTER,
                () -> Outcome.done(BrokenPromise.unless(
                        scaling.registerScalableTarget(request).scalableTargetARN(), "scalableTargetARN")));
    }

    private Outcome tag(Order<ScalableTargetState> order, Map<String, String> tags) {
        String arn = order.live().orElseThrow().facts().arn();
        return Call.act(ScalableTargetKind.TAG, () -> {
            scaling.tagResource(request -> request.resourceARN(arn).tags(tags));
            looks.tags().forget(arn);
            return Outcome.done(arn);
        });
    }

    private static RegisterScalableTargetRequest.Builder to(ScalableTargetState desired) {
        return RegisterScalableTargetRequest.builder()
                .serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(desired.resourceId().orElseThrow());
    }

    private static software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState suspended(
            SuspendedState state) {
        var builder = software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState.builder();
        return Shapes.fill(builder, state).build();
    }
}
