package io.holdfast.sandbox.iam;

import io.holdfast.sandbox.wire.AwsError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The roles and users of an account, and their policies. One that nobody has made is there all the same, without a path. */
final class Principals {

    static final String ROLE = "role/";
    static final String USER = "user/";

    private static final int NOT_FOUND = 404;
    private static final Pattern ARN = Pattern.compile("arn:aws:iam::\\d{12}:(role|user)(/(?:.*/)?)([^/]+)");

    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, Map<String, List<Statement>>> policies = new HashMap<>();

    /** Makes a role known. */
    void found(String role, String path) {
        paths.put(role, path);
    }

    /** The path of a role, with a slash at each end. */
    String path(String role) {
        return paths.getOrDefault(role, "/");
    }

    void put(String principal, String policy, List<Statement> statements) {
        policies.computeIfAbsent(principal, missing -> new TreeMap<>()).put(policy, statements);
    }

    void delete(String principal, String policy) {
        var found = policies.getOrDefault(principal, Map.of());
        if (!found.containsKey(policy)) {
            throw noSuchEntity("The policy with name " + policy + " cannot be found.");
        }
        found.remove(policy);
    }

    /** The statements of all policies of a role or user; one that allows everything for whom no policy was ever put. */
    List<Statement> policies(String arn) {
        var matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            throw AwsError.badRequest(
                    "InvalidInput", "Invalid Entity Arn: " + arn + " does not clearly define entity type and name.");
        }
        var type = matcher.group(1) + "/";
        var name = matcher.group(3);
        if (type.equals(ROLE) && !matcher.group(2).equals(path(name))) {
            throw noSuchEntity("The role with name " + name + " cannot be found.");
        }
        return Optional.ofNullable(policies.get(type + name))
                .map(all -> all.values().stream().flatMap(List::stream).toList())
                .orElse(List.of(Statement.ALL));
    }

    private static AwsError noSuchEntity(String message) {
        return new AwsError(NOT_FOUND, "NoSuchEntity", message);
    }
}
