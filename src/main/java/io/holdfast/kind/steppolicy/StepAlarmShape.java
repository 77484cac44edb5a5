package io.holdfast.kind.steppolicy;

import io.holdfast.aws.Dimensions;
import io.holdfast.aws.Shapes;
import io.holdfast.aws.StateRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Between CloudWatch's alarm and ours: dimensions are a list there, and the policy is one action among many. */
final class StepAlarmShape {
    private static final String ACTIONS = "alarmActions";
    private static final String TRIGGERS = "triggersPolicy";

    private StepAlarmShape() {}

    static StepAlarm stateOf(MetricAlarm alarm, String policyArn) {
        Map<String, Object> members = Dimensions.asMaps(Shapes.tree(alarm));
        List<String> actions = new ArrayList<>(alarm.alarmActions());
        members.put(TRIGGERS, actions.remove(policyArn));
        members.put(ACTIONS, actions);
        // The console writes it on every edit, and 0 or nothing means all periods.
        Integer datapoints = alarm.datapointsToAlarm();
        members.put(
                "datapointsToAlarm", datapoints == null || datapoints == 0 ? alarm.evaluationPeriods() : datapoints);
        members.values().removeIf(value -> value == null);
        return StateRecords.read(members, StepAlarm.class);
    }

    /** The members as CloudWatch takes them. */
    static Map<String, Object> members(StepAlarm alarm, String policyArn) {
        Map<String, Object> members = StateRecords.tree(alarm);
        List<Object> actions = new ArrayList<>(alarm.alarmActions().orElse(List.of()));
        if (Boolean.TRUE.equals(members.remove(TRIGGERS))) {
            actions.add(policyArn);
        }
        members.put(ACTIONS, actions);
        return Dimensions.asLists(members);
    }
}
