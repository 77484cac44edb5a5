package io.holdfast.kind.scheduledaction;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Finds;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.aws.load.ScalingLoaders;
import io.holdfast.model.Exploration;
import io.holdfast.model.Explored;
import io.holdfast.model.Explorer;
import io.holdfast.model.Find;
import io.holdfast.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** Finds the scheduled actions of the targets that were found. */
final class ScheduledActionExplorer implements Explorer<ScheduledActionState> {
    private static final String OPERATION = "application-autoscaling:DescribeScheduledActions";

    private final ScalingLoaders scaling;

    ScheduledActionExplorer(AwsAccess access) {
        this.scaling = access.scaling();
    }

    @Override
    public Exploration<ScheduledActionState> explore(Scope scope, Explored explored) {
        Finds<ScheduledActionState> finds = new Finds<>();
        List<String> targets = explored.keys(ScheduledActionKind.TARGET);
        Map<String, Answer<List<ScheduledAction>>> actions =
                scaling.scheduledActions().load(targets);
        targets.forEach(target -> {
            actions.get(target).trouble().ifPresent(it -> finds.blind("the scheduled actions of " + target, it));
            actions.get(target)
                    .toOptional()
                    .orElse(List.of())
                    .forEach(it -> finds.take(
                            "the scheduled action " + target + "/" + it.scheduledActionName(),
                            OPERATION,
                            false,
                            Answer.found(it),
                            action -> find(target, action)));
        });
        return finds.exploration();
    }

    private static Optional<Find<ScheduledActionState>> find(String target, ScheduledAction action) {
        String name = action.scheduledActionName();
        return Optional.of(Find.inside(
                target,
                new ScalingKey(target, name).toString(),
                name,
                ScheduledActionObserver.stateOf(action),
                Map.of()));
    }
}
