package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.cli.Viewpoint;
import io.holdfast.report.document.DoctorDocument.Finding;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import io.holdfast.sandbox.iam.Iam;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/** What the doctor says of what would be written, in front of an AWS with policies, and that it changes nothing there. */
class WriteDoctorTest {
    private static final String ROLE = "holdfast";
    private static final String LEAST = """
            {"Statement": [
              {"Effect": "Allow", "Action": "ecs:CreateCluster", "Resource": "*"},
              {"Effect": "Allow", "Action": ["ecs:UpdateCluster", "ecs:PutClusterCapacityProviders", "ecs:TagResource"],
               "Resource": "arn:aws:ecs:us-east-1:123456789012:cluster/main-one"},
              {"Effect": "Allow", "Action": ["ecs:CreateService", "ecs:TagResource"],
               "Resource": "arn:aws:ecs:us-east-1:123456789012:service/main-one/web-one",
               "Condition": {"StringEquals": {"aws:RequestTag/holdfast:environment": "one",
                   "ecs:cluster": "arn:aws:ecs:us-east-1:123456789012:cluster/main-one"}}},
              {"Effect": "Allow", "Action": "ecs:UpdateService",
               "Resource": "arn:aws:ecs:us-east-1:123456789012:service/main-one/web-one",
               "Condition": {"StringEquals": {"aws:ResourceTag/holdfast:owner": "holdfast"}}},
              {"Effect": "Allow", "Action": ["ecs:RegisterTaskDefinition", "ecs:TagResource"],
               "Resource": "arn:aws:ecs:us-east-1:123456789012:task-definition/web-one:*"},
              {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/web",
               "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}]}
            """;

    @TempDir
    private Path folder;

    private final SandboxAws aws = SandboxAws.start(Configs.sandbox().sandbox(), Clock.systemUTC());
    private final SdkHttpClient http = aws.http();
    private final IamClient iam = IamClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(AwsAccount.PLAYED)
            .httpClient(http)
            .build();

    @BeforeEach
    void declare() {
        declare("enforce", "");
    }

    @AfterEach
    void stop() {
        iam.close();
        aws.close();
    }

    private void declare(String mode, String more) {
        new Yaml(folder)
                .with(
                        "one",
                        Yaml.ENVIRONMENT
                                .formatted("one")
                                .replace(
                                        "region: us-east-1",
                                        "region: us-east-1, role: \"arn:aws:iam::123456789012:role/" + ROLE + "\"")
                                .replace("mode: enforce", "mode: " + mode + more)
                                .replace("memory: 512", "memory: 512\n        executionRoleArn: web"));
    }

    private void put(String policy) {
        iam.putRolePolicy(request -> request.roleName(ROLE).policyName("least").policyDocument(policy));
    }

    private List<Finding> findings() {
        var outside = Configs.sandbox("holdfast.sandbox.enabled", "false", "holdfast.state-dir", folder + "/state");
        var viewpoint = new Viewpoint(folder, Optional.empty(), aws.endpoint(), false);
        int writes = aws.sandbox().log().writes().size();
        try (Post post = Post.at(viewpoint, outside, Clock.systemUTC())) {
            List<Finding> findings = post.examine().findings();
            assertThat(aws.sandbox().log().writes()).hasSize(writes);
            return findings.stream()
                    .filter(it -> it.found().startsWith("to write"))
                    .toList();
        }
    }

    @Test
    void whoMayDoAllMayDoAllThatIsAsked() {
        assertThat(findings())
                .containsExactly(new Finding(
                        "OK",
                        "one",
                        "to write: IAM allows all 7 actions that may be taken here, as it simulates them;"
                                + " deletions are not asked about while prune is off",
                        ""));
    }

    /** Whoever narrows his policy down to the resources and tags of an environment must not be told that anything is missing. */
    @Test
    void theLeastThatIsNeededIsEnough() {
        put(LEAST);

        assertThat(findings()).extracting(Finding::level).containsExactly("OK");
    }

    @Test
    void whatIsMissingIsNamedWithThePlaceAndTheRemedy() {
        // Given
        put(LEAST.replace("\"ecs:UpdateService\"", "\"ecs:ListServices\""));

        // Then
        assertThat(findings())
                .first()
                .isEqualTo(new Finding(
                        "NG",
                        "one",
                        "to write: ecs:UpdateService is missing on"
                                + " arn:aws:ecs:us-east-1:123456789012:service/main-one/web-one: no policy allows it",
                        "allow ecs:UpdateService to the role Holdfast uses there"));
        assertThat(findings()).extracting(Finding::found).anyMatch(it -> it.contains("6 of 7 actions"));
    }

    @Test
    void aRoleThatMayNotBePassedIsNamed() {
        put(LEAST.replace("ecs-tasks.amazonaws.com", "ec2.amazonaws.com"));

        assertThat(findings())
                .first()
                .satisfies(it -> assertThat(it.found())
                        .startsWith("to write: iam:PassRole is missing on arn:aws:iam::123456789012:role/web"));
    }

    @Test
    void aDenialIsToldByItsPolicy() {
        put("{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"},"
                + "{\"Effect\": \"Deny\", \"Action\": \"ecs:CreateCluster\", \"Resource\": \"*\"}]}");

        assertThat(findings())
                .first()
                .satisfies(it -> assertThat(it.found())
                        .isEqualTo("to write: ecs:CreateCluster is missing: denied by the policy least"));
    }

    @Test
    void whereNothingIsWrittenNothingIsMissingYet() {
        // Given
        put(LEAST.replace("\"ecs:UpdateService\"", "\"ecs:ListServices\""));
        declare("observe", "");

        // Then
        assertThat(findings()).extracting(Finding::level).containsExactly("WARN", "OK");
        assertThat(findings().get(0).remedy()).endsWith("before its mode is propose or enforce");
    }

    @Test
    void whereStraysGoDeletionsAreAskedAbout() {
        // Given
        put(LEAST);
        declare("enforce", "\n  prune: {enabled: true}");

        // Then
        assertThat(findings())
                .filteredOn(it -> it.level().equals("NG"))
                .extracting(Finding::found)
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("to write: ecs:DeleteCluster is missing on"),
                        it -> assertThat(it).startsWith("to write: ecs:DeleteService is missing on"));
    }

    /** Could not look is neither missing nor fine. */
    @Test
    void thatIamMayNotBeAskedIsSaidByTheNameOfThatPermission() {
        // Given
        aws.sandbox()
                .faults()
                .inject(
                        Fault.refuse(403, "AccessDenied"),
                        Api.of(Iam.NAME, "SimulatePrincipalPolicy"),
                        Selector.always());

        // When
        List<Finding> findings = findings();

        // Then
        assertThat(findings).singleElement().satisfies(it -> {
            assertThat(it.level()).isEqualTo("SKIP");
            assertThat(it.found()).startsWith("to write: not checked (").contains("iam:SimulatePrincipalPolicy");
            assertThat(it.remedy()).startsWith("allow iam:SimulatePrincipalPolicy to the role");
        });
    }

    @Test
    void whatRestsOnAConditionNobodyKnowsIsNotChecked() {
        put(LEAST.replace("aws:ResourceTag/holdfast:owner", "aws:PrincipalTag/team"));

        assertThat(findings()).extracting(Finding::level).containsExactly("SKIP", "OK");
        assertThat(findings().get(0).found())
                .isEqualTo("to write: not checked (ecs:UpdateService): it rests on conditions that cannot be simulated:"
                        + " aws:PrincipalTag/team");
    }
}
