package io.holdfast.sandbox.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.sandbox.wire.AwsError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** Why an alarm is in its state: a sentence for people, JSON for those the alarm acts on. */
public final class Reason {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Reason() {}

    /**
     * The data points a state was decided on, oldest first. Whoever sets a state by hand has to supply them in
     * {@code StateReasonData}, or scaling policies cannot tell how far the threshold was crossed.
     */
    public static List<Double> recentDatapoints(AlarmState state) {
        var points = state.reasonData().map(Reason::parse).map(data -> data.path("recentDatapoints"));
        return points.stream()
                .flatMap(array -> StreamSupport.stream(array.spliterator(), false))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble)
                .toList();
    }

    static AlarmState of(String value, List<OptionalDouble> periods, AlarmSettings settings, Instant now) {
        var points = periods.stream().flatMapToDouble(OptionalDouble::stream).toArray();
        double threshold = settings.threshold().orElseThrow();
        var sentence = "Threshold Crossed: " + points.length + " datapoints of " + periods.size()
                + " periods were compared with the threshold (" + threshold + ").";
        return new AlarmState(value, sentence, Optional.of(json(points, settings, now)), now);
    }

    static AlarmState byHand(String value, String reason, Optional<String> reasonData, Instant now) {
        reasonData.ifPresent(Reason::parse);
        return new AlarmState(value, reason, reasonData, now);
    }

    private static String json(double[] points, AlarmSettings settings, Instant now) {
        var data = JSON.createObjectNode()
                .put("version", "1.0")
                .put("queryDate", now.toString())
                .put("period", settings.period().toSeconds())
                .put("threshold", settings.threshold().orElseThrow());
        var recent = data.putArray("recentDatapoints");
        DoubleStream.of(points).forEach(recent::add);
        return data.toString();
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw AwsError.badRequest("InvalidFormat", "StateReasonData was not valid JSON");
        }
    }
}
