package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something IAM has to allow so that Holdfast can do its work.
 *
 * @param action as policies name it, such as {@code ecs:UpdateService}
 * @param resource the ARN it is about; {@code *} where AWS asks about no single one (Service Authorization Reference, column
 *     "Resource types")
 * @param context what AWS will compare conditions with, as far as we know it beforehand: condition key to value
 */
public record Permission(String action, String resource, Map<String, String> context) {
    /** The resource of an action that policies can only allow for everything. */
    public static final String ANY = "*";

    private static final String PASS_ROLE = "iam:PassRole";

    public Permission {
        requireNonNull(action, "action");
        requireNonNull(resource, "resource");
        context = Collections.unmodifiableSortedMap(new TreeMap<>(context));
    }

    /** An action that is about no single resource. */
    public static Permission of(String action) {
        return new Permission(action, ANY, Map.of());
    }

    /** An action on one resource of the action's own service, named as an ARN ends: {@code cluster/main}. */
    public static Permission of(String action, AwsTarget at, String resource) {
        String service = action.substring(0, action.indexOf(':'));
        return new Permission(action, at.arn(service, resource), Map.of());
    }

    /** Handing a role to a service of AWS, which then acts as it; a bare name is one of the account's own. */
    public static Permission toPass(String role, AwsTarget at, String service) {
        String arn =
                role.startsWith("arn:") ? role : "arn:" + at.partition() + ":iam::" + at.account() + ":role/" + role;
        return new Permission(PASS_ROLE, arn, Map.of("iam:PassedToService", service));
    }

    /** The same, with one more thing known of the request. */
    public Permission given(String key, String value) {
        Map<String, String> more = new TreeMap<>(context);
        more.put(key, value);
        return new Permission(action, resource, more);
    }

    @Override
    public String toString() {
        return resource.equals(ANY) ? action : action + " on " + resource;
    }
}
