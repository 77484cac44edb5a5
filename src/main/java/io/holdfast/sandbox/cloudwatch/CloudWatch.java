package io.holdfast.sandbox.cloudwatch;

import static java.util.Map.entry;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.Service;
import io.holdfast.sandbox.wire.AwsError;
import java.util.Map;

/** CloudWatch's operations by name. */
public final class CloudWatch implements Service {

    /** The name requests are signed for. */
    public static final String NAME = "monitoring";

    private static final Map<String, Service> OPERATIONS = Map.ofEntries(
            entry("PutMetricAlarm", AlarmOperations::put),
            entry("DeleteAlarms", AlarmOperations::delete),
            entry("SetAlarmState", AlarmOperations::setState),
            entry("EnableAlarmActions", call -> AlarmOperations.enableActions(call, true)),
            entry("DisableAlarmActions", call -> AlarmOperations.enableActions(call, false)),
            entry("DescribeAlarms", DescribeAlarms::answer),
            entry("TagResource", TagOperations::tag),
            entry("UntagResource", TagOperations::untag),
            entry("ListTagsForResource", TagOperations::list),
            entry("PutMetricData", MetricOperations::putData),
            entry("ListMetrics", MetricOperations::list));

    @Override
    public Map<String, Object> call(Call call) {
        return OPERATIONS.getOrDefault(call.operation(), CloudWatch::lacking).call(call);
    }

    private static Map<String, Object> lacking(Call call) {
        throw AwsError.notImplemented(call.operation());
    }
}
