package io.holdfast.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.sandbox.TestSandbox;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** What the policies of a role or user come to, as the real SDK reads it. */
class IamTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/holdfast";
    private static final String SERVICE = "arn:aws:ecs:eu-central-1:123456789012:service/main/web";
    private static final String OTHER = "arn:aws:ecs:eu-central-1:123456789012:service/main/api";

    private static final ContextEntry KNOWN = ContextEntry.builder()
            .contextKeyName("known")
            .contextKeyValues("yes")
            .contextKeyType(ContextKeyTypeEnum.STRING)
            .build();

    private final TestSandbox sandbox = new TestSandbox(Map.of(Iam.NAME, new Iam()));
    private final IamClient iam = sandbox.client(IamClient.builder(), "test");

    private void put(String document) {
        iam.putRolePolicy(
                request -> request.roleName("holdfast").policyName("p").policyDocument(document.replace('\'', '"')));
    }

    private List<EvaluationResult> results(String... actions) {
        return iam
                .simulatePrincipalPolicyPaginator(request -> request.policySourceArn(ROLE)
                        .actionNames(actions)
                        .resourceArns(SERVICE, OTHER)
                        .contextEntries(KNOWN))
                .evaluationResults()
                .stream()
                .toList();
    }

    private Map<String, String> decisions(String action) {
        return results(action).get(0).resourceSpecificResults().stream()
                .collect(Collectors.toMap(it -> it.evalResourceName(), it -> it.evalResourceDecisionAsString()));
    }

    @Test
    void whoHasNoPolicyMayDoAll() {
        assertThat(decisions("ecs:UpdateService")).isEqualTo(Map.of(SERVICE, "allowed", OTHER, "allowed"));
    }

    @Test
    void aDenialCountsForMoreThanAPermissionAndNothingIsAllowedByItself() {
        // Given
        put("{'Statement': [{'Effect': 'Allow', 'Action': 'ecs:*', 'Resource': '*'},"
                + "{'Effect': 'Deny', 'Action': ['ECS:updateservice'], 'Resource': '*/api'}]}");

        // Then
        assertThat(decisions("ecs:UpdateService")).isEqualTo(Map.of(SERVICE, "allowed", OTHER, "explicitDeny"));
        assertThat(decisions("rds:ModifyDBInstance")).isEqualTo(Map.of(SERVICE, "implicitDeny", OTHER, "implicitDeny"));
        assertThat(results("ecs:UpdateService").get(0).evalDecisionAsString()).isEqualTo("explicitDeny");
    }

    @Test
    void aConditionOnWhatWasNotSaidIsNamed() {
        put("{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*',"
                + "'Condition': {'StringEquals': {'known': 'yes', 'unknown': 'yes'}}}}");

        assertThat(results("ecs:UpdateService").get(0).missingContextValues()).containsExactly("unknown");
        assertThat(decisions("ecs:UpdateService")).containsEntry(SERVICE, "implicitDeny");
    }

    @Test
    void manyActionsComeInPages() {
        assertThat(results("a:A", "a:B", "a:C", "a:D", "a:E", "a:F"))
                .extracting(EvaluationResult::evalActionName)
                .containsExactly("a:A", "a:B", "a:C", "a:D", "a:E", "a:F");
        assertThat(sandbox.sandbox().log().of("iam", "SimulatePrincipalPolicy"))
                .hasSize(2)
                .allMatch(it -> it.read());
    }

    @Test
    void aRoleWithAPathIsNotFoundWithoutIt() {
        // Given
        iam.createRole(request -> request.roleName("holdfast").path("/team/").assumeRolePolicyDocument("{}"));

        // Then
        assertThatThrownBy(() -> results("ecs:UpdateService")).isInstanceOf(NoSuchEntityException.class);
        assertThat(iam.getRole(request -> request.roleName("holdfast")).role().arn())
                .isEqualTo("arn:aws:iam::123456789012:role/team/holdfast");
    }
}
