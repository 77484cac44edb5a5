package io.holdfast.aws.load;

import static io.holdfast.aws.BrokenPromise.unless;
import static java.util.stream.Collectors.toMap;

import io.holdfast.aws.Answer;
import io.holdfast.aws.Batches;
import io.holdfast.aws.Gathering;
import io.holdfast.aws.Loader;
import io.holdfast.aws.Pages;
import io.holdfast.aws.Remembered;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** Questions to CloudWatch about alarms. */
public final class AlarmLoaders {
    /** Amazon CloudWatch API Reference, DescribeAlarms: up to 100 names, and up to 100 records a page. */
    private static final int ALARMS_PER_CALL = 100;

    private final CloudWatchClient cloudWatch;
    private final Loader<String, NamedAlarm> alarms;
    private final Remembered<String, Map<String, String>> tags;

    public AlarmLoaders(CloudWatchClient cloudWatch, Gathering gathering, Clock clock) {
        this.cloudWatch = cloudWatch;
        this.alarms = new Loader<>(gathering, "cloudwatch:DescribeAlarms", Batches.of(ALARMS_PER_CALL), this::describe);
        this.tags = Tags.remembered(gathering, "cloudwatch:ListTagsForResource", clock, this::tagsOf);
    }

    /** Alarms by name, of either kind. */
    public Loader<String, NamedAlarm> alarms() {
        return alarms;
    }

    /** The tags of an alarm, by ARN, an hour old at most; {@link Remembered#forget} one that we tagged. */
    public Remembered<String, Map<String, String>> tags() {
        return tags;
    }

    private Map<String, String> tagsOf(String arn) {
        ListTagsForResourceResponse response = cloudWatch.listTagsForResource(request -> request.resourceARN(arn));
        return unless(response.hasTags() ? response.tags() : null, "Tags").stream()
                .collect(toMap(Tag::key, Tag::value));
    }

    private Map<String, Answer<NamedAlarm>> describe(List<String> names) {
        List<DescribeAlarmsResponse> pages = Pages.all(
                token -> cloudWatch.describeAlarms(request -> request.alarmNames(names)
                        // Composite alarms are only told of when they are asked for by type.
                        .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                        .maxRecords(ALARMS_PER_CALL)
                        .nextToken(token)),
                page -> page.hasMetricAlarms() || page.hasCompositeAlarms(),
                List::of,
                DescribeAlarmsResponse::nextToken);
        Map<String, Answer<NamedAlarm>> answers = new HashMap<>();
        for (DescribeAlarmsResponse page : pages) {
            page.metricAlarms()
                    .forEach(it -> answers.put(
                            unless(it.alarmName(), "metricAlarms[].alarmName"), Answer.found(NamedAlarm.of(it))));
            page.compositeAlarms()
                    .forEach(it -> answers.put(
                            unless(it.alarmName(), "compositeAlarms[].alarmName"), Answer.found(NamedAlarm.of(it))));
        }
        return answers;
    }
}
