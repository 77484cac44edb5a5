package io.holdfast.kind.steppolicy;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.AwsFailure;
import io.holdfast.aws.Call;
import io.holdfast.aws.Shapes;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.model.Fault;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Removal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/**
 * Writes the alarms of step policies. CloudWatch overwrites an alarm in full, so the live one is read just before and sent back
 * with the drifted members replaced.
 */
final class StepAlarmWriter {
    static final String TAG = "cloudwatch:TagResource";

    private static final String PREFIX = "alarm.";
    private static final String READ = "cloudwatch:DescribeAlarms";

    /** What an alarm shows of itself and nobody puts. */
    private static final Set<String> SHOWN_ONLY = Set.of(
            "alarmArn",
            "alarmConfigurationUpdatedTimestamp",
            "stateValue",
            "stateReason",
            "stateReasonData",
            "stateUpdatedTimestamp",
            "stateTransitionedTimestamp",
            "evaluationState");

    /** What names the watched metric; metric math has none of it. */
    private static final Set<String> ONE_METRIC =
            Set.of("metricName", "namespace", "dimensions", "statistic", "extendedStatistic", "period", "unit");

    private final CloudWatchClient reading;
    private final CloudWatchClient writing;
    private final AwsAccess access;

    StepAlarmWriter(AwsAccess access) {
        this.reading = access.reading().alarms();
        this.writing = access.writing().alarms();
        this.access = access;
    }

    Outcome put(Order<StepPolicyState> order, List<String> paths) {
        return Call.act(StepAlarmFields.PUT, () -> {
            StepAlarm desired = order.desired().alarm().orElseThrow();
            Map<String, Object> members = StepAlarmShape.members(desired, policyArn(order));
            Optional<MetricAlarm> live = find(desired);
            var request = live.map(it -> Shapes.fill(PutMetricAlarmRequest.builder(), patched(it, members, paths)))
                    .orElseGet(() -> Shapes.fill(PutMetricAlarmRequest.builder(), members)
                            .tags(tags(order)));
            writing.putMetricAlarm(request.build());
            return Outcome.done();
        });
    }

    Outcome adopt(Order<StepPolicyState> order) {
        return Call.act(TAG, () -> {
            Optional<String> arn = order.desired().alarm().flatMap(this::find).map(MetricAlarm::alarmArn);
            arn.ifPresent(it -> {
                writing.tagResource(request -> request.resourceARN(it).tags(tags(order)));
                access.alarms().tags().forget(it);
            });
            return Outcome.done();
        });
    }

    /** Those of ours only, whichever triggered the policy at this moment: an alarm somebody else has hung on it stays. */
    Outcome delete(Removal<StepPolicyState> removal) {
        return Call.remove(StepPolicyKind.DELETE_ALARMS, () -> {
            ScalingKey key = ScalingKey.parse(removal.key());
            List<String> names =
                    policy(key).map(it -> new OwnAlarms(access).of(removal.id(), key, it)).orElseGet(List::of).stream()
                            .map(MetricAlarm::alarmName)
                            .toList();
            if (!names.isEmpty()) {
                writing.deleteAlarms(request -> request.alarmNames(names));
            }
            return Outcome.done();
        });
    }

    private Optional<ScalingPolicy> policy(ScalingKey key) {
        return Call.read(
                "application-autoscaling:DescribeScalingPolicies",
                () -> access
                        .reading()
                        .scaling()
                        .describeScalingPolicies(request -> request.serviceNamespace(ServiceNamespace.ECS)
                                .resourceId(key.resourceId())
                                .policyNames(key.name()))
                        .scalingPolicies()
                        .stream()
                        .filter(it -> key.name().equals(it.policyName()))
                        .findFirst());
    }

    private Optional<MetricAlarm> find(StepAlarm desired) {
        return Call.read(
                READ,
                () -> reading
                        .describeAlarms(request ->
                                request.alarmNames(desired.alarmName().orElseThrow()))
                        .metricAlarms()
                        .stream()
                        .findFirst());
    }

    private static Map<String, Object> patched(MetricAlarm live, Map<String, Object> desired, List<String> paths) {
        Map<String, Object> members = Shapes.tree(live);
        if (live.metricName() == null && !live.hasMetrics()) {
            throw new AwsFailure(newerThanWeKnow(live));
        }
        members.keySet().removeAll(SHOWN_ONLY);
        for (String path : paths) {
            String member = path.substring(PREFIX.length()).replace("triggersPolicy", "alarmActions");
            members.put(member, member.equals("alarmActions") ? actions(live, desired, paths) : desired.get(member));
        }
        withoutTheOther(members, desired);
        return members;
    }

    /** Only the policy's place among the actions has drifted unless they are declared: then all of them are ours. */
    private static List<?> actions(MetricAlarm live, Map<String, Object> desired, List<String> paths) {
        List<?> asked = (List<?>) desired.get("alarmActions");
        if (paths.contains(PREFIX + "alarmActions")) {
            return asked;
        }
        List<Object> merged = new ArrayList<>(live.alarmActions());
        asked.stream().filter(arn -> !merged.contains(arn)).forEach(merged::add);
        return merged;
    }

    private static void withoutTheOther(Map<String, Object> members, Map<String, Object> desired) {
        if (desired.containsKey("metrics")) {
            members.keySet().removeAll(ONE_METRIC);
        } else {
            members.remove("metrics");
            members.remove(desired.containsKey("statistic") ? "extendedStatistic" : "statistic");
        }
    }

    private static Fault newerThanWeKnow(MetricAlarm live) {
        return new Fault(
                Fault.Kind.INVALID,
                StepAlarmFields.PUT,
                "UnknownAlarmType",
                "the alarm " + live.alarmName() + " is of a type this version cannot write without breaking it");
    }

    private static String policyArn(Order<StepPolicyState> order) {
        return order.live().orElseThrow().facts().arn();
    }

    private static List<Tag> tags(Order<StepPolicyState> order) {
        return order.ownershipTags().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
