package io.holdfast.aws.load;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.AwsTarget;
import io.holdfast.model.Permission;

/**
 * What makes a scaling policy or a scheduled action unique among its kind in a region.
 *
 * @param resourceId of the scalable target it belongs to: {@code service/<cluster>/<service>}
 * @param name unique on that target
 */
public record ScalingKey(String resourceId, String name) {
    /** The words of a resource id: a policy's name may hold slashes too, so they are counted from the left. */
    private static final int WORDS = 3;

    public ScalingKey {
        requireNonNull(resourceId, "resourceId");
        requireNonNull(name, "name");
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static ScalingKey parse(String text) {
        String[] words = text.split("/", WORDS + 1);
        if (words.length <= WORDS) {
            throw new IllegalArgumentException("not a resource id and a name: " + text);
        }
        return new ScalingKey(text.substring(0, text.length() - words[WORDS].length() - 1), words[WORDS]);
    }

    /**
     * What a call about a target, a policy or an action takes. Policies of IAM name the target alone, by an id that AWS makes up
     * when it is registered.
     */
    public static Permission permission(String call, AwsTarget at) {
        return Permission.of(call, at, "scalable-target/*")
                .given("application-autoscaling:service-namespace", "ecs")
                .given("application-autoscaling:scalable-dimension", "ecs:service:DesiredCount");
    }

    @Override
    public String toString() {
        return resourceId + "/" + name;
    }
}
