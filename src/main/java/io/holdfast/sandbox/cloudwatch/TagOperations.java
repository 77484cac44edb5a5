package io.holdfast.sandbox.cloudwatch;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tags of alarms, by ARN. */
final class TagOperations {

    private TagOperations() {}

    static Map<String, Object> tag(Call call) {
        var alarm = tagged(call);
        var tags = new HashMap<>(alarm.tags());
        tags.putAll(tagsOf(call.input().list("Tags")));
        Alarms.of(call.world()).change(alarm.name(), old -> old.withTags(tags));
        return Map.of();
    }

    static Map<String, Object> untag(Call call) {
        var alarm = tagged(call);
        var tags = new HashMap<>(alarm.tags());
        call.input().strings("TagKeys").forEach(tags::remove);
        Alarms.of(call.world()).change(alarm.name(), old -> old.withTags(tags));
        return Map.of();
    }

    static Map<String, Object> list(Call call) {
        var tags = tagged(call).tags().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
                .toList();
        return Map.of("Tags", tags);
    }

    static Map<String, String> tagsOf(List<Input> sent) {
        var tags = new LinkedHashMap<String, String>();
        sent.forEach(tag -> tags.put(tag.required("Key"), tag.string("Value").orElse("")));
        return tags;
    }

    private static Alarm tagged(Call call) {
        var arn = call.input().required("ResourceARN");
        return Alarms.of(call.world()).all().stream()
                .filter(alarm -> alarm.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> notFound(arn));
    }

    private static AwsError notFound(String arn) {
        return new AwsError(404, "ResourceNotFoundException", "Resource not found: " + arn);
    }
}
