package io.holdfast.kind.steppolicy;

import io.holdfast.aws.Answer;
import io.holdfast.aws.Marks;
import io.holdfast.aws.load.NamedAlarm;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/**
 * Whose a policy and its alarm are. The policy belongs to whom its target belongs; the alarm says it itself. An alarm of
 * our name that somebody else made would be overwritten in silence, so it must not count as ours.
 */
final class StepPolicyOwner {
    private final Marks marks;
    private final StepPolicyObserver.Look look;

    StepPolicyOwner(Marks marks, StepPolicyObserver.Look look) {
        this.marks = marks;
        this.look = look;
    }

    Ownership of(ResourceId id, ScalingKey key, ScalingPolicy policy, Optional<NamedAlarm> alarm) {
        if (!StepPolicyState.TYPE.equals(policy.policyTypeAsString())) {
            return Ownership.foreign("a policy of type " + policy.policyTypeAsString() + " that has this name");
        }
        Ownership ofTarget = told(look.targetTags().get(key.resourceId()), id.parent(StepPolicyKind.TARGET));
        return ofTarget.isOurs() ? alarm.map(it -> ofAlarm(id, it)).orElse(ofTarget) : ofTarget;
    }

    private Ownership ofAlarm(ResourceId id, NamedAlarm alarm) {
        return alarm.metric()
                .map(metric -> told(look.alarmTags().get(metric.alarmArn()), id))
                .orElseGet(() -> Ownership.foreign("a composite alarm that has this alarm's name"));
    }

    private Ownership told(Answer<Map<String, String>> tags, ResourceId id) {
        return tags.fold(it -> marks.ownership(id, it), Ownership::unowned, fault -> Ownership.unknown());
    }
}
