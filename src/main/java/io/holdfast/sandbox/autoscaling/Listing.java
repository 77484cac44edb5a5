package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.cloudwatch.Alarms;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The four lists of Application Auto Scaling. What does not exist is simply not in them. */
final class Listing {

    /** The most, and the usual number, of items in one answer (API Reference, the Describe operations). */
    private static final int PAGE = 50;

    private static final int POLICIES_PER_PAGE = 10;

    private Listing() {}

    static Map<String, Object> targets(Call call) {
        var ids = call.input().strings("ResourceIds");
        if (ids.size() > PAGE) {
            throw Errors.invalid("ResourceIds must have at most " + PAGE + " members.");
        }
        var found = Registry.of(call.world()).targets.values().stream()
                .filter(target -> ids.isEmpty() || ids.contains(target.key().resourceId()))
                .map(ScalableTarget::toWire)
                .toList();
        return page(call.input(), "ScalableTargets", found, PAGE, "ResourceId");
    }

    static Map<String, Object> policies(Call call) {
        var names = call.input().strings("PolicyNames");
        var alarms = Alarms.of(call.world());
        var found = Registry.of(call.world()).policies.values().stream()
                .filter(policy -> isAskedFor(call.input(), policy.id().target()))
                .filter(policy -> names.isEmpty() || names.contains(policy.id().name()))
                .map(policy -> policy.toWire(alarms.acting(policy.arn())))
                .toList();
        return page(call.input(), "ScalingPolicies", found, POLICIES_PER_PAGE, "PolicyARN");
    }

    static Map<String, Object> actions(Call call) {
        var names = call.input().strings("ScheduledActionNames");
        var found = Registry.of(call.world()).actions.values().stream()
                .filter(action -> isAskedFor(call.input(), action.id().target()))
                .filter(action -> names.isEmpty() || names.contains(action.id().name()))
                .map(ScheduledAction::toWire)
                .toList();
        return page(call.input(), "ScheduledActions", found, PAGE, "ScheduledActionARN");
    }

    /** Newest first. */
    static Map<String, Object> activities(Call call) {
        var now = call.world().timeline().now();
        var newestFirst = new ArrayList<>(Registry.of(call.world()).activities);
        Collections.reverse(newestFirst);
        var found = newestFirst.stream()
                .filter(activity -> isAskedFor(call.input(), activity.target()))
                .map(activity -> activity.toWire(now))
                .toList();
        return page(call.input(), "ScalingActivities", found, PAGE, "ActivityId");
    }

    private static boolean isAskedFor(Input input, TargetKey key) {
        return input.string("ResourceId").map(key.resourceId()::equals).orElse(true);
    }

    private static Map<String, Object> page(
            Input input, String member, List<Map<String, Object>> found, int most, String key) {
        TargetKey.requireEcs(input);
        int size = input.integer("MaxResults").orElse(most);
        if (size < 1 || size > most) {
            throw Errors.invalid("MaxResults must be between 1 and " + most + ".");
        }
        Function<Map<String, Object>, String> keyOf = item -> item.get(key).toString();
        int from = input.string("NextToken")
                .map(token -> positionAfter(token, found, keyOf))
                .orElse(0);
        int to = Math.min(found.size(), from + size);
        var items = found.subList(from, to);
        return to == found.size()
                ? Map.of(member, items)
                : Map.of(member, items, "NextToken", keyOf.apply(found.get(to - 1)));
    }

    private static int positionAfter(
            String token, List<Map<String, Object>> found, Function<Map<String, Object>, String> keyOf) {
        int last = found.stream().map(keyOf).toList().indexOf(token);
        if (last < 0) {
            throw AwsError.badRequest("InvalidNextTokenException", "Invalid next token: " + token);
        }
        return last + 1;
    }
}
