package io.holdfast.kind.trackingpolicy;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.BrokenPromise;
import io.holdfast.aws.Dimensions;
import io.holdfast.aws.Marks;
import io.holdfast.aws.Shapes;
import io.holdfast.aws.StateRecords;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.aws.load.ScalingLoaders;
import io.holdfast.model.Ask;
import io.holdfast.model.Facts;
import io.holdfast.model.Observed;
import io.holdfast.model.Observer;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** Target tracking policies as AWS shows them. They belong to whom their target belongs. */
final class TrackingPolicyObserver implements Observer<TrackingPolicyState> {
    private static final String OPERATION = "application-autoscaling:DescribeScalingPolicies";

    private final ScalingLoaders scaling;
    private final Marks marks;

    TrackingPolicyObserver(AwsAccess access) {
        this.scaling = access.scaling();
        this.marks = access.marks();
    }

    @Override
    public Map<ResourceId, Observed<TrackingPolicyState>> observe(List<Ask<TrackingPolicyState>> asks) {
        List<String> resources = asks.stream()
                .map(ask -> ScalingKey.parse(ask.key()).resourceId())
                .distinct()
                .toList();
        var policies = scaling.policies().load(resources);
        var targetTags = scaling.tagsOfTargets(resources);
        Map<ResourceId, Observed<TrackingPolicyState>> observed = new LinkedHashMap<>();
        asks.forEach(ask -> {
            ScalingKey key = ScalingKey.parse(ask.key());
            Answer<ScalingPolicy> policy = policies.get(key.resourceId()).then(all -> named(key.name(), all));
            Ownership owner = owner(ask.id(), targetTags.get(key.resourceId()));
            observed.put(ask.id(), policy.observed(OPERATION, it -> present(it, owner)));
        });
        return observed;
    }

    private static Answer<ScalingPolicy> named(String name, List<ScalingPolicy> all) {
        return all.stream()
                .filter(policy -> name.equals(policy.policyName()))
                .findFirst()
                .map(Answer::found)
                .orElseGet(Answer::notFound);
    }

    private Ownership owner(ResourceId id, Answer<Map<String, String>> targetTags) {
        return targetTags.fold(
                tags -> marks.ownership(id.parent(TrackingPolicyKind.TARGET), tags),
                Ownership::unowned,
                fault -> Ownership.unknown());
    }

    private static Observed<TrackingPolicyState> present(ScalingPolicy policy, Ownership ofTarget) {
        String type = policy.policyTypeAsString();
        Ownership owner = TrackingPolicyState.TYPE.equals(type)
                ? ofTarget
                : Ownership.foreign("a policy of type " + type + " that has this name");
        return Observed.present(
                stateOf(policy), Facts.of(BrokenPromise.unless(policy.policyARN(), "policyARN"), owner));
    }

    static TrackingPolicyState stateOf(ScalingPolicy policy) {
        Map<String, Object> members = new HashMap<>();
        Optional.ofNullable(policy.targetTrackingScalingPolicyConfiguration())
                .ifPresent(configuration -> members.putAll(Dimensions.asMaps(Shapes.tree(configuration))));
        members.put("policyName", policy.policyName());
        members.put("policyType", policy.policyTypeAsString());
        members.put("resourceId", policy.resourceId());
        return StateRecords.read(members, TrackingPolicyState.class);
    }
}
