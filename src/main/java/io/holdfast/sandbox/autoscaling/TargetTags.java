package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.AwsError;
import java.util.HashMap;
import java.util.Map;

/** Tags of targets, by ARN. Policies and scheduled actions have none. */
final class TargetTags {

    private TargetTags() {}

    static Map<String, Object> tag(Call call) {
        var tags = new HashMap<>(tagged(call).tags());
        tags.putAll(call.input().map("Tags"));
        return keep(call, tags);
    }

    static Map<String, Object> untag(Call call) {
        var tags = new HashMap<>(tagged(call).tags());
        call.input().strings("TagKeys").forEach(tags::remove);
        return keep(call, tags);
    }

    static Map<String, Object> list(Call call) {
        return Map.of("Tags", tagged(call).tags());
    }

    private static Map<String, Object> keep(Call call, Map<String, String> tags) {
        var target = tagged(call);
        Registry.of(call.world()).targets.put(target.key(), target.withTags(tags));
        return Map.of();
    }

    private static ScalableTarget tagged(Call call) {
        var arn = Errors.required(call.input(), "ResourceARN");
        return Registry.of(call.world()).targets.values().stream()
                .filter(target -> target.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> AwsError.badRequest(
                        "ResourceNotFoundException", "The specified scalable target does not exist: " + arn));
    }
}
