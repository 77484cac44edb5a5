package io.holdfast.sandbox.cloudwatch;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reading alarms: a name that does not exist is simply not in the answer, and composite alarms appear only when asked for. */
final class DescribeAlarms {

    /** The most, and the usual number, of alarms in one answer (CloudWatch API Reference, DescribeAlarms). */
    private static final int PAGE = 100;

    private DescribeAlarms() {}

    static Map<String, Object> answer(Call call) {
        var input = call.input();
        if (input.has("AlarmNames") && input.has("AlarmNamePrefix")) {
            throw AwsError.badRequest("ValidationError", "AlarmNames and AlarmNamePrefix must not both be set.");
        }
        var found = asksForMetricAlarms(input) ? matching(call) : List.<Alarm>of();
        var page = Page.of(found, Alarm::name, pageSize(input), input.string("NextToken"));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("CompositeAlarms", List.of());
        answer.put("MetricAlarms", page.items().stream().map(Alarm::toWire).toList());
        page.next().ifPresent(token -> answer.put("NextToken", token));
        return answer;
    }

    private static List<Alarm> matching(Call call) {
        var input = call.input();
        var names = AlarmOperations.names(input);
        return Alarms.of(call.world()).all().stream()
                .filter(alarm -> names.isEmpty() || names.contains(alarm.name()))
                .filter(alarm ->
                        alarm.name().startsWith(input.string("AlarmNamePrefix").orElse("")))
                .filter(alarm -> input.string("StateValue")
                        .map(alarm.state().value()::equals)
                        .orElse(true))
                .filter(alarm -> input.string("ActionPrefix")
                        .map(prefix -> actsOn(alarm, prefix))
                        .orElse(true))
                .toList();
    }

    private static boolean asksForMetricAlarms(Input input) {
        var types = input.strings("AlarmTypes");
        return types.isEmpty() || types.contains("MetricAlarm");
    }

    private static boolean actsOn(Alarm alarm, String prefix) {
        return AlarmState.ACTION_MEMBERS.stream()
                .flatMap(member -> alarm.settings().actions(member).stream())
                .anyMatch(arn -> arn.startsWith(prefix));
    }

    private static int pageSize(Input input) {
        int size = input.integer("MaxRecords").orElse(PAGE);
        if (size < 1 || size > PAGE) {
            throw AwsError.badRequest("ValidationError", "MaxRecords must be between 1 and " + PAGE + ".");
        }
        return size;
    }
}
