package io.holdfast.sandbox.ecs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways a request names a thing: by its short name or by its ARN. */
final class Refs {

    /** What clusters, services and families may be called (Amazon ECS API Reference, CreateCluster). */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    private Refs() {}

    /** The short name: what stands behind the last slash. */
    static String name(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The cluster in the long ARN of one of its services or tasks. */
    static Optional<String> clusterInArn(String ref) {
        var parts = ref.split("/", -1);
        return ref.startsWith("arn:") && parts.length > 2 ? Optional.of(parts[1]) : Optional.empty();
    }

    /** A line of {@code failures[]} that says a thing is not there. */
    static Map<String, Object> missing(String arn) {
        var failure = new LinkedHashMap<String, Object>();
        failure.put("arn", arn);
        failure.put("reason", "MISSING");
        return failure;
    }

    /** Checks how many things one call may name. */
    static List<String> atMost(int most, String member, List<String> refs) {
        if (refs.isEmpty()) {
            throw EcsErrors.invalid(member + " cannot be empty.");
        }
        if (refs.size() > most) {
            throw EcsErrors.invalid(member + " cannot have more than " + most + " elements.");
        }
        return refs;
    }
}
