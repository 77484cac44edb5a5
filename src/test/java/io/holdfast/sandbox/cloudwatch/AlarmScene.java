package io.holdfast.sandbox.cloudwatch;

import io.holdfast.sandbox.TestSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** A sandbox with CloudWatch in it, and the real client. */
final class AlarmScene {

    static final Dimension SERVICE =
            Dimension.builder().name("ServiceName").value("backend").build();

    private final TestSandbox sandbox = new TestSandbox(Map.of(CloudWatch.NAME, new CloudWatch()));
    final CloudWatchClient cloudWatch = sandbox.client(CloudWatchClient.builder(), "test");

    /** Goes off when three minutes in a row are above 70. */
    void putCpuAlarm(String name, Consumer<PutMetricAlarmRequest.Builder> differences) {
        var request = PutMetricAlarmRequest.builder()
                .alarmName(name)
                .namespace("AWS/ECS")
                .metricName("CPUUtilization")
                .dimensions(SERVICE)
                .statistic(Statistic.AVERAGE)
                .period(60)
                .evaluationPeriods(3)
                .threshold(70.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD);
        differences.accept(request);
        cloudWatch.putMetricAlarm(request.build());
    }

    void putCpuAlarm(String name) {
        putCpuAlarm(name, same -> {});
    }

    /** One value now, and a minute passes. */
    void minuteAt(double cpu) {
        var datum = MetricDatum.builder()
                .metricName("CPUUtilization")
                .dimensions(SERVICE)
                .value(cpu);
        cloudWatch.putMetricData(data -> data.namespace("AWS/ECS").metricData(datum.build()));
        advance(Duration.ofMinutes(1));
    }

    void advance(Duration time) {
        sandbox.advance(time);
    }

    MetricAlarm alarm(String name) {
        return alarms(name).get(0);
    }

    List<MetricAlarm> alarms(String... names) {
        return cloudWatch.describeAlarms(query -> query.alarmNames(names)).metricAlarms();
    }

    StateValue stateOf(String name) {
        return alarm(name).stateValue();
    }

    Instant now() {
        return sandbox.world().timeline().now();
    }
}
