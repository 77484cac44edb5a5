package io.holdfast.kind.trackingpolicy;

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
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** Finds the target tracking policies of the targets that were found. */
final class TrackingPolicyExplorer implements Explorer<TrackingPolicyState> {
    private static final String OPERATION = "application-autoscaling:DescribeScalingPolicies";

    private final ScalingLoaders scaling;

    TrackingPolicyExplorer(AwsAccess access) {
        this.scaling = access.scaling();
    }

    @Override
    public Exploration<TrackingPolicyState> explore(Scope scope, Explored explored) {
        Finds<TrackingPolicyState> finds = new Finds<>();
        List<String> targets = explored.keys(TrackingPolicyKind.TARGET);
        Map<String, Answer<List<ScalingPolicy>>> policies = scaling.policies().load(targets);
        targets.forEach(target -> {
            policies.get(target).trouble().ifPresent(it -> finds.blind("the scaling policies of " + target, it));
            policies.get(target).toOptional().orElse(List.of()).stream()
                    .filter(it -> TrackingPolicyState.TYPE.equals(it.policyTypeAsString()))
                    .forEach(it -> finds.take(
                            "the tracking policy " + target + "/" + it.policyName(),
                            OPERATION,
                            false,
                            Answer.found(it),
                            policy -> find(target, policy)));
        });
        return finds.exploration();
    }

    private static Optional<Find<TrackingPolicyState>> find(String target, ScalingPolicy policy) {
        String name = policy.policyName();
        return Optional.of(Find.inside(
                target,
                new ScalingKey(target, name).toString(),
                name,
                TrackingPolicyObserver.stateOf(policy),
                Map.of()));
    }
}
