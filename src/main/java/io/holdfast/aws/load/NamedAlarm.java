package io.holdfast.aws.load;

import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * Whatever carries an alarm name: metric alarms and composite alarms share their names, so exactly one of the two.
 *
 * @param metric an alarm on a metric
 * @param composite an alarm on other alarms
 */
public record NamedAlarm(Optional<MetricAlarm> metric, Optional<CompositeAlarm> composite) {
    static NamedAlarm of(MetricAlarm alarm) {
        return new NamedAlarm(Optional.of(alarm), Optional.empty());
    }

    static NamedAlarm of(CompositeAlarm alarm) {
        return new NamedAlarm(Optional.empty(), Optional.of(alarm));
    }
}
