package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.wire.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where slow log and engine log go; one destination per log type. */
final class LogDeliveries {

    private LogDeliveries() {}

    static List<Map<String, Object>> asked(Input input) {
        return over(List.of(), input);
    }

    /** The deliveries with those of the call put over them, by log type; one that is sent as not enabled is dropped. */
    static List<Map<String, Object>> over(List<Map<String, Object>> now, Input input) {
        var deliveries = new ArrayList<>(now);
        for (var asked : input.list("LogDeliveryConfigurations")) {
            var type = asked.required("LogType");
            deliveries.removeIf(delivery -> delivery.get("LogType").equals(type));
            if (asked.bool("Enabled").orElse(true)) {
                deliveries.add(delivery(type, asked));
            }
        }
        return deliveries;
    }

    private static Map<String, Object> delivery(String type, Input asked) {
        var destination = asked.required("DestinationType");
        var details = asked.child("DestinationDetails").orElse(new Input(Map.of()));
        boolean logs = destination.equals("cloudwatch-logs");
        var shape = logs ? "CloudWatchLogsDetails" : "KinesisFirehoseDetails";
        var member = logs ? "LogGroup" : "DeliveryStream";
        var target = details.child(shape)
                .flatMap(inner -> inner.string(member))
                .orElseThrow(() -> Refusal.value("DestinationDetails must name " + shape + "." + member + "."));
        var delivery = new LinkedHashMap<String, Object>();
        delivery.put("LogType", type);
        delivery.put("DestinationType", destination);
        delivery.put("DestinationDetails", Map.of(shape, Map.of(member, target)));
        delivery.put("LogFormat", asked.string("LogFormat").orElse("text"));
        delivery.put("Status", "active");
        return delivery;
    }
}
