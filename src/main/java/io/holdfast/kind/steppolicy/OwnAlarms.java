package io.holdfast.kind.steppolicy;

import static io.holdfast.aws.BrokenPromise.unless;
import static java.util.stream.Collectors.toMap;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Call;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.model.ResourceId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.applicationautoscaling.model.Alarm;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/**
 * The alarms of a policy that nothing declares any longer. Nothing tells their names but the policy they trigger, and nothing
 * tells them from an alarm somebody else has hung on it but the mark they carry, which is read afresh.
 */
final class OwnAlarms {
    private final AwsAccess access;

    OwnAlarms(AwsAccess access) {
        this.access = access;
    }

    /** Those that are ours, in the order of their names; also one that triggers the policy no more. */
    List<MetricAlarm> of(ResourceId id, ScalingKey key, ScalingPolicy policy) {
        Set<String> names = new TreeSet<>(List.of(StepAlarmDefaults.name(key)));
        policy.alarms().stream().map(Alarm::alarmName).forEach(names::add);
        return described(names).stream()
                .filter(it -> access.marks().ownership(id, tags(it)).isOurs())
                .sorted(Comparator.comparing(MetricAlarm::alarmName))
                .toList();
    }

    private List<MetricAlarm> described(Set<String> names) {
        return Call.read("cloudwatch:DescribeAlarms", () -> {
            var answer = access.reading().alarms().describeAlarms(request -> request.alarmNames(names));
            return unless(answer.hasMetricAlarms() ? answer.metricAlarms() : null, "MetricAlarms");
        });
    }

    private Map<String, String> tags(MetricAlarm alarm) {
        String arn = unless(alarm.alarmArn(), "alarmArn");
        return Call.read("cloudwatch:ListTagsForResource", () -> {
            var answer = access.reading().alarms().listTagsForResource(request -> request.resourceARN(arn));
            return unless(answer.hasTags() ? answer.tags() : null, "Tags").stream()
                    .collect(toMap(Tag::key, Tag::value));
        });
    }
}
