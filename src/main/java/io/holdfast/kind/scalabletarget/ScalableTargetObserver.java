package io.holdfast.kind.scalabletarget;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.BrokenPromise;
import io.holdfast.aws.Marks;
import io.holdfast.aws.Shapes;
import io.holdfast.aws.load.ScalingLoaders;
import io.holdfast.kind.scalabletarget.ScalableTargetState.SuspendedState;
import io.holdfast.model.Ask;
import io.holdfast.model.Facts;
import io.holdfast.model.Observed;
import io.holdfast.model.Observer;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/** Scalable targets as AWS shows them. Tags are up to an hour old: they change by our own hand or hardly ever. */
final class ScalableTargetObserver implements Observer<ScalableTargetState> {
    private static final String OPERATION = "application-autoscaling:DescribeScalableTargets";

    private final ScalingLoaders scaling;
    private final Marks marks;

    ScalableTargetObserver(AwsAccess access) {
        this.scaling = access.scaling();
        this.marks = access.marks();
    }

    @Override
    public Map<ResourceId, Observed<ScalableTargetState>> observe(List<Ask<ScalableTargetState>> asks) {
        var targets = scaling.targets().load(asks.stream().map(Ask::key).toList());
        var tags = scaling.tags().load(arns(targets));
        Map<ResourceId, Observed<ScalableTargetState>> observed = new LinkedHashMap<>();
        asks.forEach(ask -> observed.put(
                ask.id(), targets.get(ask.key()).observed(OPERATION, target -> present(ask.id(), target, tags))));
        return observed;
    }

    private Observed<ScalableTargetState> present(
            ResourceId id, ScalableTarget target, Map<String, Answer<Map<String, String>>> allTags) {
        String arn = BrokenPromise.unless(target.scalableTargetARN(), "scalableTargetARN");
        Answer<Map<String, String>> tags = allTags.get(arn);
        Ownership ownership =
                tags.fold(it -> marks.ownership(id, it), Ownership::unowned, fault -> Ownership.unknown());
        return Observed.present(stateOf(target, tags.toOptional()), Facts.of(arn, ownership));
    }

    static ScalableTargetState stateOf(ScalableTarget target, Optional<Map<String, String>> tags) {
        return new ScalableTargetState(
                BrokenPromise.unless(target.minCapacity(), "minCapacity"),
                BrokenPromise.unless(target.maxCapacity(), "maxCapacity"),
                Optional.ofNullable(target.suspendedState()).map(it -> Shapes.read(it, SuspendedState.class)),
                tags,
                Optional.of(target.resourceId()));
    }

    private static List<String> arns(Map<String, Answer<ScalableTarget>> targets) {
        return targets.values().stream()
                .flatMap(answer -> answer.toOptional().map(ScalableTarget::scalableTargetARN).stream())
                .toList();
    }
}
