package io.holdfast.sandbox.iam;

import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What policies come to: a denial counts for more than a permission, and what nobody allows is denied. One result for each
 * action, and in it one for each resource (IAM API Reference, EvaluationResult).
 */
final class Simulation {

    private static final String ALLOWED = "allowed";
    private static final String DENIED = "explicitDeny";

    /** Few, so that a client has to turn pages: AWS may give fewer than it is asked for, too. */
    private static final int ACTIONS_PER_PAGE = 5;

    private final List<Statement> statements;
    private final Map<String, List<String>> context;

    private Simulation(List<Statement> statements, Map<String, List<String>> context) {
        this.statements = statements;
        this.context = context;
    }

    static Map<String, Object> answer(Input input, List<Statement> statements) {
        var context = new LinkedHashMap<String, List<String>>();
        input.list("ContextEntries")
                .forEach(entry -> context.put(entry.required("ContextKeyName"), entry.strings("ContextKeyValues")));
        var simulation = new Simulation(statements, context);
        var actions = input.strings("ActionNames");
        var resources = input.has("ResourceArns") ? input.strings("ResourceArns") : List.of("*");
        int from = input.string("Marker").map(Simulation::position).orElse(0);
        int to = Math.min(actions.size(), from + ACTIONS_PER_PAGE);
        boolean isMore = to < actions.size();
        return Members.none()
                .and(
                        "EvaluationResults",
                        actions.subList(from, to).stream()
                                .map(action -> simulation.onAll(action, resources))
                                .toList())
                .and("IsTruncated", isMore)
                .and("Marker", isMore ? String.valueOf(to) : null)
                .map();
    }

    private static int position(String marker) {
        try {
            return Integer.parseInt(marker);
        } catch (NumberFormatException notOurs) {
            throw AwsError.badRequest("InvalidInput", "Invalid Marker.");
        }
    }

    private Map<String, Object> onAll(String action, List<String> resources) {
        return Members.none()
                .and("EvalActionName", action)
                .and("EvalResourceName", resources.size() == 1 ? resources.get(0) : "*")
                .and("EvalDecision", strictest(resources.stream().map(it -> decision(action, it))))
                .and("MatchedStatements", List.of())
                .and(
                        "MissingContextValues",
                        resources.stream()
                                .flatMap(it -> missing(action, it))
                                .distinct()
                                .toList())
                .and(
                        "ResourceSpecificResults",
                        resources.stream().map(it -> on(action, it)).toList())
                .map();
    }

    private Map<String, Object> on(String action, String resource) {
        var decision = decision(action, resource);
        return Members.none()
                .and("EvalResourceName", resource)
                .and("EvalResourceDecision", decision)
                .and(
                        "MatchedStatements",
                        about(action, resource)
                                .filter(it -> it.holds(context) && it.allows() == decision.equals(ALLOWED))
                                .map(it -> Members.none()
                                        .and("SourcePolicyId", it.policy())
                                        .and("SourcePolicyType", "IAM Policy")
                                        .map())
                                .toList())
                .and(
                        "MissingContextValues",
                        missing(action, resource).distinct().toList())
                .map();
    }

    private String decision(String action, String resource) {
        var deciding = about(action, resource).filter(it -> it.holds(context)).toList();
        if (deciding.stream().anyMatch(it -> !it.allows())) {
            return DENIED;
        }
        return deciding.isEmpty() ? "implicitDeny" : ALLOWED;
    }

    private static String strictest(Stream<String> decisions) {
        return decisions
                .sorted((one, other) -> Integer.compare(weight(other), weight(one)))
                .findFirst()
                .orElse(ALLOWED);
    }

    private static int weight(String decision) {
        if (decision.equals(DENIED)) {
            return 2;
        }
        return decision.equals(ALLOWED) ? 0 : 1;
    }

    private Stream<String> missing(String action, String resource) {
        return about(action, resource).flatMap(it -> it.missing(context));
    }

    private Stream<Statement> about(String action, String resource) {
        return statements.stream().filter(it -> it.speaksOf(action, resource));
    }
}
