package io.holdfast.kind.scheduledaction;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.BrokenPromise;
import io.holdfast.aws.Marks;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.aws.load.ScalingLoaders;
import io.holdfast.model.Ask;
import io.holdfast.model.Facts;
import io.holdfast.model.Observed;
import io.holdfast.model.Observer;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTargetAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** Scheduled actions as AWS shows them. They belong to whom their target belongs. */
final class ScheduledActionObserver implements Observer<ScheduledActionState> {
    private static final String OPERATION = "application-autoscaling:DescribeScheduledActions";

    private final ScalingLoaders scaling;
    private final Marks marks;

    ScheduledActionObserver(AwsAccess access) {
        this.scaling = access.scaling();
        this.marks = access.marks();
    }

    @Override
    public Map<ResourceId, Observed<ScheduledActionState>> observe(List<Ask<ScheduledActionState>> asks) {
        List<String> resources = asks.stream()
                .map(ask -> ScalingKey.parse(ask.key()).resourceId())
                .distinct()
                .toList();
        var actions = scaling.scheduledActions().load(resources);
        var targetTags = scaling.tagsOfTargets(resources);
        Map<ResourceId, Observed<ScheduledActionState>> observed = new LinkedHashMap<>();
        asks.forEach(ask -> {
            ScalingKey key = ScalingKey.parse(ask.key());
            Answer<ScheduledAction> action = actions.get(key.resourceId()).then(all -> named(key.name(), all));
            Ownership owner = owner(ask.id(), targetTags.get(key.resourceId()));
            observed.put(ask.id(), action.observed(OPERATION, it -> present(it, owner)));
        });
        return observed;
    }

    private static Answer<ScheduledAction> named(String name, List<ScheduledAction> all) {
        return all.stream()
                .filter(action -> name.equals(action.scheduledActionName()))
                .findFirst()
                .map(Answer::found)
                .orElseGet(Answer::notFound);
    }

    private Ownership owner(ResourceId id, Answer<Map<String, String>> targetTags) {
        return targetTags.fold(
                tags -> marks.ownership(id.parent(ScheduledActionKind.TARGET), tags),
                Ownership::unowned,
                fault -> Ownership.unknown());
    }

    private static Observed<ScheduledActionState> present(ScheduledAction action, Ownership owner) {
        String arn = BrokenPromise.unless(action.scheduledActionARN(), "scheduledActionARN");
        return Observed.present(stateOf(action), Facts.of(arn, owner));
    }

    static ScheduledActionState stateOf(ScheduledAction action) {
        Optional<ScalableTargetAction> bounds = Optional.ofNullable(action.scalableTargetAction());
        return new ScheduledActionState(
                BrokenPromise.unless(action.schedule(), "schedule"),
                Optional.ofNullable(action.timezone()),
                Optional.ofNullable(action.startTime()).map(Instant::toString),
                Optional.ofNullable(action.endTime()).map(Instant::toString),
                bounds.map(ScalableTargetAction::minCapacity),
                bounds.map(ScalableTargetAction::maxCapacity),
                Optional.of(action.scheduledActionName()),
                Optional.of(action.resourceId()),
                Optional.ofNullable(action.creationTime()).map(Instant::toString));
    }
}
