package io.holdfast.kind.steppolicy;

import io.holdfast.aws.StateRecords;
import io.holdfast.aws.load.ScalingKey;
import java.util.Map;

/** What follows for an alarm from the service and the policy it is declared with. */
final class StepAlarmDefaults {
    private static final String ECS = "AWS/ECS";
    private static final String NAMESPACE = "namespace";

    /** {@code service}, the cluster's name, the service's name. */
    private static final int WORDS = 3;

    private StepAlarmDefaults() {}

    /**
     * The alarm with a name, its action, and the service's own metric unless it declares another one. Nothing follows from
     * a service that does not load, of which only the logical name is known.
     */
    static StepAlarm fill(StepAlarm declared, ScalingKey policy) {
        String[] words = policy.resourceId().split("/", -1);
        if (words.length != WORDS) {
            return declared;
        }
        Map<String, Object> members = StateRecords.tree(declared);
        if (!declared.isMath()) {
            members.putIfAbsent(NAMESPACE, ECS);
        }
        if (ECS.equals(members.get(NAMESPACE))) {
            members.putIfAbsent("dimensions", Map.of("ClusterName", words[1], "ServiceName", words[2]));
        }
        members.putIfAbsent("triggersPolicy", true);
        members.putIfAbsent("alarmName", name(policy));
        return StateRecords.read(members, StepAlarm.class);
    }

    /** The name of an alarm that declares none. */
    static String name(ScalingKey policy) {
        String[] words = policy.resourceId().split("/", -1);
        return words[1] + "/" + words[2] + "/" + policy.name();
    }
}
