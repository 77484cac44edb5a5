package io.holdfast.aws.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.aws.Answer;
import io.holdfast.aws.Wire;
import io.holdfast.aws.Wire.Asked;
import io.holdfast.aws.Wire.Said;
import io.holdfast.model.Fault;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;

class EcsLoadersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void servicesAreAskedForTenAtATimeAndOneClusterAtATime() {
        // Given
        Wire wire = new Wire(EcsLoadersTest::describedServices);
        List<ServiceKey> keys = new ArrayList<>();
        IntStream.range(0, 12).forEach(i -> keys.add(new ServiceKey("prod", "api-" + i)));
        keys.add(new ServiceKey("staging", "api-0"));
        // When
        var answers = wire.access().ecs().services().load(keys);
        // Then
        assertThat(wire.asked())
                .map(it -> body(it).path("cluster").asText() + " "
                        + body(it).path("services").size())
                .containsExactly("prod 10", "prod 2", "staging 1");
        assertThat(wire.asked())
                .allSatisfy(it -> assertThat(body(it).path("include"))
                        .map(JsonNode::asText)
                        .containsExactly("TAGS"));
        assertThat(answers).hasSize(13);
        assertThat(answers.values())
                .allSatisfy(it -> assertThat(it.toOptional()).isPresent());
    }

    @Test
    void oneHundredClustersAreOneCallThatAsksForEverything() {
        // Given
        Wire wire = new Wire(asked -> {
            var clusters = JSON.createArrayNode();
            body(asked).path("clusters").forEach(name -> clusters.addObject().put("clusterName", name.asText()));
            return Said.ok(JSON.createObjectNode().set("clusters", clusters).toString());
        });
        List<String> names = IntStream.range(0, 101).mapToObj(i -> "c" + i).toList();
        // When
        var answers = wire.access().ecs().clusters().load(names);
        // Then
        assertThat(answers.values())
                .hasSize(101)
                .allSatisfy(it -> assertThat(it.toOptional()).isPresent());
        assertThat(wire.asked())
                .hasSize(2)
                .allSatisfy(it -> assertThat(body(it).path("include"))
                        .map(JsonNode::asText)
                        .containsExactly("SETTINGS", "CONFIGURATIONS", "ATTACHMENTS", "TAGS"));
    }

    @Test
    void onlyTheReasonMissingMeansThatThereIsNone() {
        // Given
        Wire wire = new Wire(asked -> Said.ok("""
                {"services": [], "failures": [
                  {"arn": "arn:aws:ecs:us-east-1:123456789012:service/prod/gone", "reason": "MISSING"},
                  {"arn": "arn:aws:ecs:us-east-1:123456789012:service/prod/odd", "reason": "RESOURCE:BUSY"}]}
                """));
        ServiceKey gone = new ServiceKey("prod", "gone");
        ServiceKey odd = new ServiceKey("prod", "odd");
        ServiceKey forgotten = new ServiceKey("prod", "forgotten");
        // When
        var answers = wire.access().ecs().services().load(List.of(gone, odd, forgotten));
        // Then
        assertThat(answers.get(gone)).isEqualTo(Answer.notFound());
        assertThat(answers.get(odd).trouble()).map(Fault::code).contains("RESOURCE:BUSY");
        assertThat(answers.get(forgotten).trouble()).map(Fault::code).contains("IncompleteAnswer");
    }

    @Test
    void aServiceWhoseClusterIsGoneIsGone() {
        // Given
        Wire wire = new Wire(asked -> Said.error(400, "ClusterNotFoundException", "Cluster not found."));
        // When
        var answer = wire.access().ecs().services().load(new ServiceKey("prod", "api"));
        // Then
        assertThat(answer).isEqualTo(Answer.notFound());
    }

    @Test
    void aRevisionIsAskedForOnceAndTheLatestOfAFamilyEachTime() {
        // Given
        Wire wire = new Wire(asked -> Said.ok("""
                {"taskDefinition": {"taskDefinitionArn": "arn:api:7", "family": "api"},
                 "tags": [{"key": "team", "value": "payments"}]}
                """));
        TaskDefinitions definitions = wire.access().ecs().taskDefinitions();
        definitions.byArn(List.of("arn:api:7"));
        definitions.latest(List.of("api"));
        // When
        var revision = definitions.byArn(List.of("arn:api:7")).get("arn:api:7");
        definitions.latest(List.of("api"));
        // Then
        assertThat(wire.operations()).hasSize(3).containsOnly("DescribeTaskDefinition");
        assertThat(revision.toOptional())
                .hasValueSatisfying(it -> assertThat(it.tags()).hasSize(1));
    }

    @Test
    void anUnknownFamilyHasNoRevision() {
        // Given
        Wire wire = new Wire(asked -> Said.error(400, "ClientException", "Unable to describe task definition."));
        // When
        var answers = wire.access().ecs().taskDefinitions().latest(List.of("api"));
        // Then
        assertThat(answers).containsEntry("api", Answer.notFound());
    }

    @Test
    void deploymentsAreListedToTheEndAndToldNewestFirst() {
        // Given
        Wire wire = new Wire(EcsLoadersTest::deployments);
        RolloutKey key = new RolloutKey(new ServiceKey("prod", "api"), Wire.NOW);
        // When
        var answer = wire.access().ecs().deployments().load(key);
        // Then
        assertThat(answer.toOptional())
                .hasValueSatisfying(it -> assertThat(it)
                        .map(ServiceDeployment::serviceDeploymentArn)
                        .containsExactly("d2", "d1"));
        assertThat(wire.operations())
                .containsExactly("ListServiceDeployments", "ListServiceDeployments", "DescribeServiceDeployments");
    }

    @Test
    void aListingThatBreaksHalfWayIsAFaultAndNeverAShortList() {
        // Given
        Wire wire = new Wire(asked -> body(asked).has("nextToken")
                ? Said.error(400, "AccessDeniedException", "no more")
                : Said.ok("{\"serviceDeployments\":[{\"serviceDeploymentArn\":\"d1\"}],\"nextToken\":\"2\"}"));
        RolloutKey key = new RolloutKey(new ServiceKey("prod", "api"), Wire.NOW);
        // When
        var answer = wire.access().ecs().deployments().load(key);
        // Then
        assertThat(answer.trouble()).map(Fault::kind).contains(Fault.Kind.DENIED);
    }

    @Test
    void aListingThatGoesInCirclesEndsAsAFault() {
        // Given
        Wire wire = new Wire(asked -> Said.ok("{\"serviceDeployments\":[],\"nextToken\":\"again\"}"));
        RolloutKey key = new RolloutKey(new ServiceKey("prod", "api"), Wire.NOW);
        // When
        var answer = wire.access().ecs().deployments().load(key);
        // Then
        assertThat(answer.trouble()).map(Fault::kind).contains(Fault.Kind.TRANSIENT);
    }

    private static Said deployments(Asked asked) {
        if (asked.operation().equals("DescribeServiceDeployments")) {
            return Said.ok("""
                    {"serviceDeployments": [
                      {"serviceDeploymentArn": "d1", "createdAt": 1772445600, "status": "SUCCESSFUL"},
                      {"serviceDeploymentArn": "d2", "createdAt": 1772445700, "status": "IN_PROGRESS"}]}
                    """);
        }
        return Said.ok(
                body(asked).has("nextToken")
                        ? "{\"serviceDeployments\":[{\"serviceDeploymentArn\":\"d2\"}]}"
                        : "{\"serviceDeployments\":[{\"serviceDeploymentArn\":\"d1\"}],\"nextToken\":\"2\"}");
    }

    private static Said describedServices(Asked asked) {
        var services = JSON.createArrayNode();
        body(asked).path("services").forEach(name -> services.addObject().put("serviceName", name.asText()));
        return Said.ok(JSON.createObjectNode().set("services", services).toString());
    }

    private static JsonNode body(Asked asked) {
        try {
            return JSON.readTree(asked.body());
        } catch (java.io.IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
