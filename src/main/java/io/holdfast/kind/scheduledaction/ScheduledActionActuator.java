package io.holdfast.kind.scheduledaction;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Call;
import io.holdfast.aws.Patch;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.model.Actuator;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Removal;
import io.holdfast.model.Step;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Puts and deletes scheduled actions. */
final class ScheduledActionActuator implements Actuator<ScheduledActionState> {
    private final ApplicationAutoScalingClient scaling;

    ScheduledActionActuator(AwsAccess access) {
        this.scaling = access.writing().scaling();
    }

    @Override
    public Outcome create(Order<ScheduledActionState> order) {
        return put(order.desired());
    }

    /** What is left out is deleted (API Reference, PutScheduledAction), so what is not declared goes along as it is. */
    @Override
    public Outcome update(Order<ScheduledActionState> order, Step step) {
        return put(Patch.of(order));
    }

    /** Nothing to mark: its target carries the mark. */
    @Override
    public Outcome adopt(Order<ScheduledActionState> order) {
        return Outcome.done();
    }

    /** What it set last stays in force on the target. */
    @Override
    public Outcome delete(Removal<ScheduledActionState> removal, Step step) {
        ScalingKey key = ScalingKey.parse(removal.key());
        return Call.remove(ScheduledActionKind.DELETE, () -> {
            scaling.deleteScheduledAction(request -> request.serviceNamespace(ServiceNamespace.ECS)
                    .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                    .resourceId(key.resourceId())
                    .scheduledActionName(key.name()));
            return Outcome.done();
        });
    }

    private Outcome put(ScheduledActionState action) {
        return Call.act(ScheduledActionKind.PUT, () -> {
            scaling.putScheduledAction(request(action));
            return Outcome.done();
        });
    }

    private static PutScheduledActionRequest request(ScheduledActionState action) {
        var request = PutScheduledActionRequest.builder()
                .serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(action.resourceId().orElseThrow())
                .scheduledActionName(action.scheduledActionName().orElseThrow())
                .schedule(action.schedule())
                .scalableTargetAction(bounds -> bounds.minCapacity(action.min().orElse(null))
                        .maxCapacity(action.max().orElse(null)));
        action.timezone().ifPresent(request::timezone);
        action.startTime().map(Moment::parse).ifPresent(request::startTime);
        action.endTime().map(Moment::parse).ifPresent(request::endTime);
        return request.build();
    }
}
