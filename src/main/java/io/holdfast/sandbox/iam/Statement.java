package io.holdfast.sandbox.iam;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.sandbox.wire.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement of a policy: effect, actions, resources and conditions on equal texts; other elements are refused, because a policy
 * that is half understood says something else.
 *
 * @param policy the name of the policy it stands in
 * @param allows or denies
 * @param actions with stars, in any case
 * @param resources with stars
 * @param conditions {@code StringEquals}: key to what it may be
 */
record Statement(
        String policy,
        boolean allows,
        List<String> actions,
        List<String> resources,
        Map<String, List<String>> conditions) {

    static final Statement ALL = new Statement("everything", true, List.of("*"), List.of("*"), Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KNOWN = List.of("Sid", "Effect", "Action", "Resource", "Condition");
    private static final String EQUALS = "StringEquals";

    Statement {
        requireNonNull(policy, "policy");
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = Map.copyOf(conditions);
    }

    /** The statements of a document. */
    static List<Statement> parse(String policy, String document) {
        try {
            var found = JSON.readTree(document).path("Statement");
            var statements = new ArrayList<Statement>();
            (found.isArray() ? found : List.of(found)).forEach(one -> statements.add(of(policy, one)));
            return statements;
        } catch (JsonProcessingException malformed) {
            throw AwsError.badRequest("MalformedPolicyDocument", "Syntax errors in policy.");
        }
    }

    private static Statement of(String policy, JsonNode statement) {
        var conditions = statement.path("Condition");
        if (!KNOWN.containsAll(names(statement)) || !List.of(EQUALS).containsAll(names(conditions))) {
            throw AwsError.notImplemented("a policy with other elements than " + KNOWN + " and " + EQUALS);
        }
        var equal = new TreeMap<String, List<String>>();
        names(conditions.path(EQUALS))
                .forEach(key -> equal.put(key, texts(conditions.path(EQUALS).path(key))));
        return new Statement(
                policy,
                "Allow".equals(statement.path("Effect").asText()),
                texts(statement.path("Action")),
                texts(statement.path("Resource")),
                equal);
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode oneOrMany) {
        var texts = new ArrayList<String>();
        (oneOrMany.isArray() ? oneOrMany : List.of(oneOrMany)).forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** Whether it is about an action on a resource, its conditions aside. */
    boolean speaksOf(String action, String resource) {
        return actions.stream().anyMatch(it -> matches(it.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT)))
                && resources.stream().anyMatch(it -> matches(it, resource));
    }

    /** Whether its conditions hold; one on a key that is not there does not. */
    boolean holds(Map<String, List<String>> context) {
        return conditions.entrySet().stream()
                .allMatch(it ->
                        context.getOrDefault(it.getKey(), List.of()).stream().anyMatch(it.getValue()::contains));
    }

    /** The keys of its conditions that are not there. */
    Stream<String> missing(Map<String, List<String>> context) {
        return new TreeSet<>(conditions.keySet()).stream().filter(it -> !context.containsKey(it));
    }

    private static boolean matches(String pattern, String text) {
        return Pattern.matches(
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), text);
    }
}
