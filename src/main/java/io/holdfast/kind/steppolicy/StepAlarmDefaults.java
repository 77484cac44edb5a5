package io.holdfast.kind.steppolicy;

import io.holdfast.aws.StateRecords;
import io.holdfast.aws.load.ScalingKey;
import java.util.Map;

/** What follows for an alarm from the service and the policy it is declared with. */
final class StepAlarmDefaults {
    private static final String ECS = "AWS/ECS";
    private static final String NAMESPACE = "namespace";

    private StepAlarmDefaults() {}

    /** The alarm with a name, its action, and the service's own metric unless it declares another one. */
    static StepAlarm fill(StepAlarm declared, ScalingKey policy) {
        Map<String, Object> members = StateRecords.tree(declared);
        String[] words = policy.resourceId().split("/", -1);
        if (!declared.isMath()) {
            members.putIfAbsent(NAMESPACE, ECS);
        }
        if (ECS.equals(members.get(NAMESPACE))) {
            members.putIfAbsent("dimensions", Map.of("ClusterName", words[1], "ServiceName", words[2]));
        }
        members.putIfAbsent("triggersPolicy", true);
        members.putIfAbsent("alarmName", words[1] + "/" + words[2] + "/" + policy.name());
        return StateRecords.read(members, StepAlarm.class);
    }
}
