package io.holdfast.kind.replicationgroup;

import io.holdfast.aws.Pairs;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a log goes. ElastiCache nests the name under a key for each type of destination; the type is said beside it
 * anyway, so we keep both in one row.
 */
final class LogDestination {
    private static final Map<String, String> NAMED_BY =
            Map.of("cloudWatchLogsDetails", "logGroup", "kinesisFirehoseDetails", "deliveryStream");

    private LogDestination() {}

    /** As a state record has it. */
    static Map<String, Object> flat(Map<String, Object> delivery) {
        Object details = delivery.remove("destinationDetails");
        if (details != null) {
            Map<String, Object> byType = Pairs.members(details);
            NAMED_BY.forEach((type, name) -> Stream.ofNullable(byType.get(type))
                    .map(it -> Pairs.members(it).get(name))
                    .forEach(destination -> delivery.put("destination", destination)));
        }
        return delivery;
    }

    /** As calls want it. */
    static Map<String, Object> nested(Map<String, Object> delivery) {
        Object destination = delivery.remove("destination");
        if (destination != null) {
            String type = "kinesis-firehose".equals(delivery.get("destinationType"))
                    ? "kinesisFirehoseDetails"
                    : "cloudWatchLogsDetails";
            delivery.put("destinationDetails", Map.of(type, Map.of(NAMED_BY.get(type), destination)));
        }
        return delivery;
    }
}
