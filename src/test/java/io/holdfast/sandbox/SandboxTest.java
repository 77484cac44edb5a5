package io.holdfast.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.holdfast.sandbox.ecs.Ecs;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One function from request to response. */
class SandboxTest {

    private static final String ECS = "AmazonEC2ContainerServiceV20141113.";

    @Test
    void sameSeedSameClockSameRequestsGiveTheSameBytes() {
        // Given
        var requests = List.of(
                ecs("test", "CreateCluster", "{\"clusterName\":\"main\"}"),
                ecs(
                        "test",
                        "RegisterTaskDefinition",
                        "{\"family\":\"f\",\"containerDefinitions\":[{\"name\":\"c\",\"image\":\"i\",\"memory\":1}]}"),
                ecs(
                        "test",
                        "CreateService",
                        "{\"cluster\":\"main\",\"serviceName\":\"s\",\"taskDefinition\":\"f\",\"desiredCount\":1}"),
                ecs("test", "DescribeServices", "{\"cluster\":\"main\",\"services\":[\"s\"]}"));

        // When
        var runs = List.of(run(42, requests), run(42, requests), run(43, requests));

        // Then
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).isNotEqualTo(runs.get(2));
        assertThat(runs.get(0).get(3)).startsWith("200").contains("\"serviceName\":\"s\"");
    }

    @Test
    void accountsAndRegionsShareNothing() {
        // Given
        var sandbox = sandbox(1);
        sandbox.handle(ecs("test", "CreateCluster", "{\"clusterName\":\"main\"}"));

        // When
        var own = sandbox.handle(ecs("test", "ListClusters", "{}"));
        var others = sandbox.handle(ecs("210987654321", "ListClusters", "{}"));
        var elsewhere = sandbox.handle(request("test", "us-east-1", "ecs", ECS + "ListClusters", "{}"));

        // Then
        assertThat(own.toString()).contains("cluster/main");
        assertThat(List.of(others, elsewhere))
                .extracting(WireResponse::toString)
                .containsOnly("200 {\"clusterArns\":[]}");
    }

    @ParameterizedTest
    @CsvSource({"ecs, CreateCapacityProvider", "ecs, Nonsense", "s3, ListBuckets"})
    void whatIsNotImplementedAnswers501(String service, String operation) {
        // Given
        var sandbox = sandbox(1);

        // When
        var response = sandbox.handle(request("test", "eu-central-1", service, ECS + operation, "{}"));

        // Then
        assertThat(response.status()).isEqualTo(501);
        assertThat(response.toString()).contains("NotImplemented");
    }

    @Test
    void anUnsignedRequestIsForbidden() {
        // Given
        var request = new WireRequest("POST", "/", "", Map.of("X-Amz-Target", ECS + "ListClusters"), new byte[0]);

        // When
        var response = sandbox(1).handle(request);

        // Then
        assertThat(response.status()).isEqualTo(403);
    }

    @Test
    void aBodyBeyondTheBoundIsRefusedUnread() {
        // Given
        var body = "x".repeat(Sandbox.LARGEST_BODY + 1);

        // When
        var response = sandbox(1).handle(ecs("test", "CreateCluster", body));

        // Then
        assertThat(response.status()).isEqualTo(413);
    }

    @Test
    void timeStandsStillDuringARequest() {
        // Given
        var ticking = new TickingClock();
        var sandbox = new Sandbox(ticking, Pace.realistic(), 1, Map.of("any", call -> {
            var first = call.world().timeline().now();
            return Map.of("still", first.equals(call.world().timeline().now()));
        }));

        // When
        var response = sandbox.handle(request("test", "eu-central-1", "any", "X.Y", "{}"));

        // Then
        assertThat(response).hasToString("200 {\"still\":true}");
    }

    @Test
    void everyCallIsLoggedWithItsOutcome() {
        // Given
        var sandbox = sandbox(1);

        // When
        sandbox.handle(ecs("test", "CreateCluster", "{\"clusterName\":\"main\"}"));
        sandbox.handle(ecs("test", "DescribeServices", "{\"cluster\":\"other\",\"services\":[\"s\"]}"));

        // Then
        assertThat(sandbox.log().entries())
                .extracting(CallLog.Entry::operation, CallLog.Entry::read, CallLog.Entry::outcome)
                .containsExactly(
                        tuple("CreateCluster", false, "ok"),
                        tuple("DescribeServices", true, "ClusterNotFoundException"));
    }

    private static List<String> run(long seed, List<WireRequest> requests) {
        var sandbox = sandbox(seed);
        return requests.stream()
                .map(sandbox::handle)
                .map(WireResponse::toString)
                .toList();
    }

    private static Sandbox sandbox(long seed) {
        return new Sandbox(new TestClock(), Pace.realistic(), seed, Map.of(Ecs.NAME, new Ecs()));
    }

    private static WireRequest ecs(String key, String operation, String json) {
        return request(key, "eu-central-1", "ecs", ECS + operation, json);
    }

    private static WireRequest request(String key, String region, String service, String target, String json) {
        var scope = "AWS4-HMAC-SHA256 Credential=" + key + "/20260301/" + region + "/" + service + "/aws4_request";
        return new WireRequest(
                "POST",
                "/",
                "",
                Map.of("Authorization", scope, "X-Amz-Target", target, "Content-Type", "application/x-amz-json-1.1"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    /** A clock that never shows the same time twice. */
    private static final class TickingClock extends Clock {

        private final TestClock inner = new TestClock();

        @Override
        public Instant instant() {
            inner.advance(Duration.ofMillis(1));
            return inner.instant();
        }

        @Override
        public ZoneId getZone() {
            return inner.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
