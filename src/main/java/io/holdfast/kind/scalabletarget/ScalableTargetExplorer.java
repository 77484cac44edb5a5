package io.holdfast.kind.scalabletarget;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.BrokenPromise;
import io.holdfast.aws.Finds;
import io.holdfast.aws.load.ScalingLoaders;
import io.holdfast.model.Exploration;
import io.holdfast.model.Explored;
import io.holdfast.model.Explorer;
import io.holdfast.model.Find;
import io.holdfast.model.KindName;
import io.holdfast.model.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/** Finds the scalable targets of the services that were found. */
final class ScalableTargetExplorer implements Explorer<ScalableTargetState> {
    private static final KindName SERVICE = new KindName("service", "ecs-service");

    private final ScalingLoaders scaling;

    ScalableTargetExplorer(AwsAccess access) {
        this.scaling = access.scaling();
    }

    @Override
    public Exploration<ScalableTargetState> explore(Scope scope, Explored explored) {
        Finds<ScalableTargetState> finds = new Finds<>();
        Map<String, String> ids = new LinkedHashMap<>();
        explored.keys(SERVICE).forEach(service -> ids.put(service, "service/" + service));
        Map<String, Answer<ScalableTarget>> targets = scaling.targets().load(ids.values());
        ids.forEach((service, id) -> finds.take(
                "the scalable target of " + id,
                "application-autoscaling:DescribeScalableTargets",
                false,
                targets.get(id),
                target -> find(service, target, finds)));
        return finds.exploration();
    }

    private Optional<Find<ScalableTargetState>> find(
            String service, ScalableTarget target, Finds<ScalableTargetState> finds) {
        String arn = BrokenPromise.unless(target.scalableTargetARN(), "scalableTargetARN");
        Answer<Map<String, String>> tags = scaling.tags().load(List.of(arn)).get(arn);
        tags.trouble().ifPresent(fault -> finds.blind("the tags of the scalable target of " + service, fault));
        return Optional.of(Find.inside(
                service,
                target.resourceId(),
                target.resourceId(),
                ScalableTargetObserver.stateOf(target, tags.toOptional()),
                tags.toOptional().orElse(Map.of())));
    }
}
