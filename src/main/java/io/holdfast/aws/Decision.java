package io.holdfast.aws;

import io.holdfast.model.Clearance;
import io.holdfast.model.Fault;
import io.holdfast.model.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.OrganizationsDecisionDetail;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryDecisionDetail;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.Statement;

/**
 * What a simulation has decided on one action and one resource. AWS has answered with a result for each pair of them, and
 * answers by now with one for each action that holds one for each resource; both are understood.
 *
 * @param word allowed or not
 * @param missing condition keys that a policy asks for and the request did not have
 * @param isBounded whether a permissions boundary forbids it
 * @param isForbiddenByOrganization whether an organisation's policy forbids it
 * @param statements what decided
 */
record Decision(
        PolicyEvaluationDecisionType word,
        Set<String> missing,
        boolean isBounded,
        boolean isForbiddenByOrganization,
        List<Statement> statements) {

    static Clearance on(Permission permission, List<EvaluationResult> results) {
        return results.stream()
                .filter(it -> permission.action().equalsIgnoreCase(it.evalActionName()))
                .flatMap(it -> in(it, permission.resource()).stream())
                .findFirst()
                .map(it -> it.clearance(permission))
                .orElseGet(() -> Clearance.Open.of(
                        permission,
                        new Fault(
                                Fault.Kind.TRANSIENT,
                                "iam:SimulatePrincipalPolicy",
                                "IncompleteAnswer",
                                "the answer says nothing of " + permission)));
    }

    private static Optional<Decision> in(EvaluationResult result, String resource) {
        return result.resourceSpecificResults().stream()
                .filter(it -> resource.equals(it.evalResourceName()))
                .findFirst()
                .map(it -> new Decision(
                        it.evalResourceDecision(),
                        new TreeSet<>(it.missingContextValues()),
                        isForbidden(it.permissionsBoundaryDecisionDetail()),
                        isForbidden(result.organizationsDecisionDetail()),
                        it.matchedStatements()))
                .or(() -> Optional.of(result)
                        .filter(it -> resource.equals(it.evalResourceName()))
                        .map(it -> new Decision(
                                it.evalDecision(),
                                new TreeSet<>(it.missingContextValues()),
                                isForbidden(it.permissionsBoundaryDecisionDetail()),
                                isForbidden(it.organizationsDecisionDetail()),
                                it.matchedStatements())));
    }

    private static boolean isForbidden(PermissionsBoundaryDecisionDetail boundary) {
        return boundary != null && Boolean.FALSE.equals(boundary.allowedByPermissionsBoundary());
    }

    private static boolean isForbidden(OrganizationsDecisionDetail organization) {
        return organization != null && Boolean.FALSE.equals(organization.allowedByOrganizations());
    }

    /** What rests on a condition that could not be filled in is neither allowed nor missing. */
    private Clearance clearance(Permission permission) {
        if (isForbiddenByOrganization) {
            return open(
                    permission,
                    "a policy of the organisation denies it in the simulation, which knows no conditions on global keys there");
        }
        if (!missing.isEmpty()) {
            return open(permission, "it rests on conditions that cannot be simulated: " + String.join(", ", missing));
        }
        if (word == PolicyEvaluationDecisionType.ALLOWED) {
            return new Clearance.Allowed(permission);
        }
        if (isBounded) {
            return new Clearance.Denied(permission, "the permissions boundary does not allow it");
        }
        if (word == PolicyEvaluationDecisionType.EXPLICIT_DENY) {
            return new Clearance.Denied(permission, "denied by " + policies());
        }
        return word == PolicyEvaluationDecisionType.IMPLICIT_DENY
                ? new Clearance.Denied(permission, "no policy allows it")
                : open(permission, "IAM answers in a word this version does not know");
    }

    private static Clearance open(Permission permission, String because) {
        return new Clearance.Open(permission, because, Optional.empty());
    }

    private String policies() {
        Set<String> names = new TreeSet<>();
        statements.stream()
                .map(Statement::sourcePolicyId)
                .filter(it -> it != null && !it.isEmpty())
                .forEach(names::add);
        return names.isEmpty() ? "a policy" : "the policy " + String.join(", ", names);
    }
}
