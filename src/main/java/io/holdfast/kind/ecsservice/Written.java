package io.holdfast.kind.ecsservice;

import io.holdfast.aws.StateRecords;
import java.util.Map;

/** A live service as somebody would have written it. */
final class Written {
    /** ECS answers with the role it made for itself where none was given. */
    private static final String SERVICE_LINKED = "/aws-service-role/";

    private Written() {}

    static EcsServiceState of(EcsServiceState live, String cluster) {
        Map<String, Object> members = StateRecords.tree(live);
        members.put("cluster", cluster);
        members.computeIfPresent("role", (name, role) -> ((String) role).contains(SERVICE_LINKED) ? null : role);
        if (live.schedulingStrategy().filter("DAEMON"::equals).isPresent()) {
            // One for each instance: nobody chooses how many.
            members.remove("desiredCount");
        }
        return StateRecords.read(members, EcsServiceState.class);
    }
}
