package io.holdfast.sandbox.autoscaling;

import static java.util.Map.entry;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.Service;
import io.holdfast.sandbox.wire.AwsError;
import java.util.Map;

/** Application Auto Scaling's operations by name. */
public final class AutoScaling implements Service {

    /** The name requests are signed for. */
    public static final String NAME = "application-autoscaling";

    private static final Map<String, Service> OPERATIONS = Map.ofEntries(
            entry("RegisterScalableTarget", TargetOperations::register),
            entry("DeregisterScalableTarget", TargetOperations::deregister),
            entry("DescribeScalableTargets", Listing::targets),
            entry("PutScalingPolicy", PolicyOperations::put),
            entry("DeleteScalingPolicy", PolicyOperations::delete),
            entry("DescribeScalingPolicies", Listing::policies),
            entry("PutScheduledAction", ActionOperations::put),
            entry("DeleteScheduledAction", ActionOperations::delete),
            entry("DescribeScheduledActions", Listing::actions),
            entry("DescribeScalingActivities", Listing::activities),
            entry("TagResource", TargetTags::tag),
            entry("UntagResource", TargetTags::untag),
            entry("ListTagsForResource", TargetTags::list));

    @Override
    public Map<String, Object> call(Call call) {
        return OPERATIONS.getOrDefault(call.operation(), AutoScaling::lacking).call(call);
    }

    private static Map<String, Object> lacking(Call call) {
        throw AwsError.notImplemented(call.operation());
    }
}
