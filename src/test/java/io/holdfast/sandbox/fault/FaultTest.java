package io.holdfast.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.sandbox.TestSandbox;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.ClusterSetting;
import software.amazon.awssdk.services.ecs.model.EcsException;

/** Every way a call can go wrong, as the SDK sees it. */
class FaultTest {

    private static final Api CREATE = Api.of("ecs", "CreateCluster");
    private static final Api DESCRIBE = Api.of("ecs", "Describe*");

    private final TestSandbox sandbox = new TestSandbox();
    private final Faults faults = sandbox.sandbox().faults();
    private final EcsClient ecs = sandbox.ecs();

    @Test
    void aRefusedCallHasNoEffect() {
        // Given
        faults.inject(Fault.refuse(400, "AccessDeniedException"), CREATE, Selector.nth(1));

        // When
        var creating = assertThatThrownBy(() -> create("main"));

        // Then
        creating.isInstanceOfSatisfying(
                EcsException.class,
                error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
        assertThat(clusters()).isEmpty();
    }

    @Test
    void aFailureReportedAfterTheEffectIsNoProofOfAbsence() {
        // Given
        faults.inject(Fault.refuseAfterEffect(500, "ServerException"), CREATE, Selector.nth(1));

        // When
        var creating = assertThatThrownBy(() -> create("main"));

        // Then
        creating.isInstanceOfSatisfying(
                EcsException.class, error -> assertThat(error.statusCode()).isEqualTo(500));
        assertThat(clusters()).containsExactly("main");
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void aLostReplyLeavesTheEffectAndALostRequestDoesNot(boolean reply, int clustersLeft) {
        // Given
        faults.inject(reply ? Fault.loseReply() : Fault.loseRequest(), CREATE, Selector.nth(1));

        // When
        var creating = assertThatThrownBy(() -> create("main"));

        // Then
        creating.isInstanceOf(SdkClientException.class);
        assertThat(clusters()).hasSize(clustersLeft);
    }

    @Test
    void aLateEffectComesAfterTheClientGaveUp() {
        // Given
        faults.inject(Fault.applyLate(Duration.ofSeconds(30)), CREATE, Selector.nth(1));

        // When
        var creating = assertThatThrownBy(() -> create("main"));
        var soon = clusters();
        sandbox.advance(Duration.ofSeconds(30));
        var later = clusters();

        // Then
        creating.hasRootCauseInstanceOf(SocketTimeoutException.class);
        assertThat(soon).isEmpty();
        assertThat(later).containsExactly("main");
    }

    @Test
    void aLateAnswerSaysHowLateItIs() {
        // Given
        var rule = faults.inject(Fault.answerLate(Duration.ofSeconds(20)), CREATE, Selector.nth(1));

        // When
        create("main");

        // Then
        assertThat(rule.fired()).isEqualTo(1);
        assertThat(clusters()).containsExactly("main");
    }

    @Test
    void aStaleReadShowsTheStateBeforeTheLastWrites() {
        // Given
        create("main");
        insights("enabled");
        insights("enhanced");
        faults.inject(Fault.stale(1), DESCRIBE, Selector.nth(1));
        faults.inject(Fault.stale(2), DESCRIBE, Selector.nth(1));
        faults.inject(Fault.stale(3), DESCRIBE, Selector.nth(1));

        // When
        var reads = List.of(insights(), insights(), insights(), insights());

        // Then
        assertThat(reads).containsExactly("enabled", "disabled", "MISSING", "enhanced");
    }

    @Test
    void aStaleReadOfAWorldWithoutWritesIsSimplyTheTruth() {
        // Given
        faults.inject(Fault.stale(2), Api.any(), Selector.always());

        // When
        var clusters = clusters();

        // Then
        assertThat(clusters).isEmpty();
    }

    @Test
    void aNewObjectIsHiddenForAWhileAndTheOthersAreNot() {
        // Given
        create("old");
        sandbox.advance(Duration.ofMinutes(5));
        create("new");
        faults.inject(Fault.hide(CREATE, Duration.ofSeconds(60)), Api.any(), Selector.always());

        // When
        var atOnce = clusters();
        sandbox.advance(Duration.ofSeconds(61));
        var later = clusters();

        // Then
        assertThat(atOnce).containsExactly("old");
        assertThat(later).containsExactly("new", "old");
    }

    @Test
    void aStateStaysForItsTime() {
        // Given
        create("main");
        faults.inject(Fault.stayIn("status", "zzz", Duration.ofMinutes(5)), DESCRIBE, Selector.always());

        // When
        var before = status();
        sandbox.advance(Duration.ofMinutes(5));
        var after = status();

        // Then
        assertThat(before).isEqualTo("zzz");
        assertThat(after).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @EnumSource(
            value = Spoiled.Body.class,
            names = {"TRUNCATED", "HTML"})
    void aSpoiledBodyIsUnreadableAndTheEffectStays(Spoiled.Body body) {
        // Given
        faults.inject(Fault.body(body, 200), CREATE, Selector.nth(1));

        // When
        var creating = assertThatThrownBy(() -> create("main"));

        // Then
        creating.isInstanceOf(Exception.class);
        assertThat(clusters()).containsExactly("main");
    }

    @Test
    void anEmptyBodyLooksLikeSuccessWithNothingInIt() {
        // Given
        faults.inject(Fault.body(Spoiled.Body.EMPTY, 200), CREATE, Selector.nth(1));

        // When
        var answer = ecs.createCluster(request -> request.clusterName("main"));

        // Then
        assertThat(answer.cluster()).isNull();
        assertThat(clusters()).containsExactly("main");
    }

    @Test
    void aBucketThrottlesWhenItIsEmptyAndRefillsWithTime() {
        // Given
        var rule = faults.inject(Fault.throttle(2, 0.5), Api.service("ecs"), Selector.always());
        clusters();
        clusters();

        // When
        var third = assertThatThrownBy(this::clusters);
        sandbox.advance(Duration.ofSeconds(2));
        var refilled = clusters();

        // Then
        third.isInstanceOfSatisfying(
                EcsException.class,
                error -> assertThat(error.isThrottlingException()).isTrue());
        assertThat(refilled).isEmpty();
        assertThat(rule.fired()).isEqualTo(1);
    }

    @Test
    void somebodyElseIsFasterByOneCall() {
        // Given
        create("main");
        var change = Map.<String, Object>of(
                "cluster", "main", "settings", List.of(Map.of("name", "containerInsights", "value", "enabled")));
        faults.inject(Fault.byOther("ecs", "UpdateClusterSettings", change), DESCRIBE, Selector.nth(2));

        // When
        var reads = List.of(insights(), insights());

        // Then
        assertThat(reads).containsExactly("disabled", "enabled");
        assertThat(sandbox.sandbox().log().of("ecs", "UpdateClusterSettings")).isEmpty();
    }

    @Test
    void rulesComposeFromTheOutside() {
        // Given
        faults.inject(Fault.loseReply(), CREATE, Selector.nth(1));
        faults.inject(Fault.refuse(400, "ClientException"), CREATE, Selector.nth(1));

        // When
        var creating = assertThatThrownBy(() -> create("main"));

        // Then
        creating.isInstanceOf(SdkClientException.class);
        assertThat(clusters()).isEmpty();
        assertThat(faults.fired()).isEqualTo(Map.of("lose-reply", 1L, "refuse", 1L));
    }

    @Test
    void aFaultOnlyStrikesTheCallsItIsAbout() {
        // Given
        var about = CREATE.where(
                input -> input.string("clusterName").filter("main"::equals).isPresent());
        faults.inject(Fault.refuse(400, "ClientException"), about, Selector.always());

        // When
        create("other");

        // Then
        assertThat(clusters()).containsExactly("other");
        assertThat(faults.fired()).isEmpty();
    }

    @Test
    void clearedFaultsStopAndKeepTheirCounts() {
        // Given
        faults.inject(Fault.refuse(503, "ServiceUnavailableException"), Api.any(), Selector.always());
        assertThatThrownBy(() -> create("main")).isInstanceOf(EcsException.class);

        // When
        faults.clear();
        create("main");

        // Then
        assertThat(clusters()).containsExactly("main");
        assertThat(faults.fired()).isEqualTo(Map.of("refuse", 1L));
    }

    private void create(String name) {
        ecs.createCluster(request -> request.clusterName(name));
    }

    private void insights(String value) {
        var setting =
                ClusterSetting.builder().name("containerInsights").value(value).build();
        ecs.updateClusterSettings(request -> request.cluster("main").settings(setting));
    }

    private String insights() {
        var answer = ecs.describeClusters(request -> request.clusters("main").include(ClusterField.SETTINGS));
        return answer.clusters().isEmpty()
                ? answer.failures().get(0).reason()
                : answer.clusters().get(0).settings().get(0).value();
    }

    private String status() {
        return ecs.describeClusters(request -> request.clusters("main"))
                .clusters()
                .get(0)
                .status();
    }

    private List<String> clusters() {
        return ecs.listClusters().clusterArns().stream()
                .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
                .toList();
    }
}
