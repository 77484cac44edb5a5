package io.holdfast.sandbox.elasticache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;

class ReplicationGroupModificationTest {

    @Test
    void anAcceptedChangeShowsAsAvailableForAMomentThenAsModifyingAndTheValueChangesAtTheEnd() {
        // Given
        var scene = CacheScene.withShards();
        var seen = new ArrayList<String>();

        // When
        scene.modifyNow(request -> request.cacheNodeType("cache.r6g.xlarge"));
        for (int i = 0; i < 200; i++) {
            seen.add(scene.group().status() + " " + scene.group().cacheNodeType());
            scene.advance(Duration.ofSeconds(10));
        }

        // Then
        assertThat(seen.stream().distinct())
                .containsExactly(
                        "available cache.r6g.large", "modifying cache.r6g.large", "available cache.r6g.xlarge");
    }

    @Test
    void theAnswerOfAModificationIsStale() {
        // Given
        var scene = CacheScene.withShards();

        // When
        var answer = scene.modify(request -> request.replicationGroupDescription("carts"));

        // Then
        assertThat(answer.description()).isEqualTo("sessions");
        assertThat(scene.group().description()).isEqualTo("carts");
    }

    @Test
    void aParkedChangeShowsOnTheMembersOnlyAndWaitsForTheWindow() {
        // Given
        var scene = CacheScene.withShards();

        // When
        scene.modify(request -> request.cacheNodeType("cache.r6g.xlarge"));
        scene.advanceTo("2026-03-08T04:59:00Z");
        var pending = scene.member().pendingModifiedValues().cacheNodeType();
        var before = scene.group().cacheNodeType();
        scene.advanceTo("2026-03-08T06:00:00Z");

        // Then
        assertThat(pending).isEqualTo("cache.r6g.xlarge");
        assertThat(before).isEqualTo("cache.r6g.large");
        assertThat(scene.group().cacheNodeType()).isEqualTo("cache.r6g.xlarge");
        assertThat(scene.member().pendingModifiedValues().cacheNodeType()).isNull();
    }

    @Test
    void applyImmediatelyAppliesWhatOthersParkedToo() {
        // Given
        var scene = CacheScene.withShards();
        scene.modify(request -> request.cacheNodeType("cache.r6g.xlarge"));

        // When
        scene.modifyNow(request -> request.securityGroupIds("sg-2"));
        scene.advance(CacheScene.LONG_ENOUGH);

        // Then
        assertThat(scene.group().cacheNodeType()).isEqualTo("cache.r6g.xlarge");
        assertThat(scene.member().securityGroups().get(0).securityGroupId()).isEqualTo("sg-2");
    }

    @Test
    void aSecondChangeIsRefusedEvenWhileTheStatusStillSaysAvailable() {
        // Given
        var scene = CacheScene.withShards();
        scene.modifyNow(request -> request.cacheNodeType("cache.r6g.xlarge"));

        // When
        var status = scene.group().status();
        var refusal = CacheScene.codeOf(() -> scene.modifyNow(request -> request.securityGroupIds("sg-2")));

        // Then
        assertThat(status).isEqualTo("available");
        assertThat(refusal).isEqualTo("InvalidReplicationGroupState");
    }

    @Test
    void aRolledBackScalingEndsAvailableWithTheOldValueAndAnEvent() {
        // Given
        var scene = CacheScene.withShards();
        scene.backstage.rollBackNextChange(CacheScene.ID, "not enough memory");

        // When
        scene.modifyNow(request -> request.cacheNodeType("cache.r6g.xlarge"));
        scene.advance(Duration.ofMinutes(20));

        // Then
        assertThat(scene.group().status()).isEqualTo("available");
        assertThat(scene.group().cacheNodeType()).isEqualTo("cache.r6g.large");
        assertThat(scene.cache
                        .describeEvents(query -> query.sourceIdentifier(CacheScene.ID))
                        .events())
                .extracting(event -> event.message())
                .anyMatch(message -> message.contains("rolled back: not enough memory"));
    }

    @Test
    void onlyTheNextChangeIsRolledBack() {
        // Given
        var scene = CacheScene.withShards();
        scene.backstage.rollBackNextChange(CacheScene.ID, "not enough memory");
        scene.modifyNow(request -> request.cacheNodeType("cache.r6g.xlarge"));
        scene.advance(CacheScene.LONG_ENOUGH);

        // When
        scene.modifyNow(request -> request.cacheNodeType("cache.r6g.xlarge"));
        scene.advance(CacheScene.LONG_ENOUGH);

        // Then
        assertThat(scene.group().cacheNodeType()).isEqualTo("cache.r6g.xlarge");
    }

    @Test
    void transitEncryptionIsSwitchedOnInTwoSteps() {
        // Given
        var scene = CacheScene.withPair();

        // When
        var atOnce = CacheScene.codeOf(() -> scene.modifyNow(
                request -> request.transitEncryptionEnabled(true).transitEncryptionMode("required")));
        scene.modifyNow(request -> request.transitEncryptionEnabled(true).transitEncryptionMode("preferred"));
        scene.advance(CacheScene.LONG_ENOUGH);
        scene.modifyNow(request -> request.transitEncryptionMode("required"));
        scene.advance(CacheScene.LONG_ENOUGH);

        // Then
        assertThat(atOnce).isEqualTo("InvalidParameterCombination");
        assertThat(scene.group().transitEncryptionModeAsString()).isEqualTo("required");
    }

    @Test
    void clusterModeIsEnabledInTwoStepsAndNeverDisabledAgain() {
        // Given
        var scene = CacheScene.withPair();

        // When
        var atOnce = CacheScene.codeOf(() -> scene.modifyNow(
                request -> request.clusterMode("enabled").cacheParameterGroupName("default.redis7.cluster.on")));
        scene.modifyNow(
                request -> request.clusterMode("compatible").cacheParameterGroupName("default.redis7.cluster.on"));
        scene.advance(CacheScene.LONG_ENOUGH);
        scene.modifyNow(request -> request.clusterMode("enabled"));
        scene.advance(CacheScene.LONG_ENOUGH);
        var back = CacheScene.codeOf(() ->
                scene.modifyNow(request -> request.clusterMode("disabled").cacheParameterGroupName("default.redis7")));

        // Then
        assertThat(atOnce).isEqualTo("InvalidParameterCombination");
        assertThat(scene.group().clusterEnabled()).isTrue();
        assertThat(back).isEqualTo("InvalidParameterCombination");
    }

    @Test
    void failoverIsEnablingWhileItIsSwitchedOn() {
        // Given
        var scene = CacheScene.with(request -> request.numCacheClusters(2));

        // When
        scene.modifyNow(request -> request.automaticFailoverEnabled(true).multiAZEnabled(true));
        scene.advance(Duration.ofMinutes(1));
        var during = scene.group().automaticFailoverAsString();
        scene.advance(CacheScene.LONG_ENOUGH);

        // Then
        assertThat(during).isEqualTo("enabling");
        assertThat(scene.group().automaticFailoverAsString()).isEqualTo("enabled");
        assertThat(scene.group().multiAZAsString()).isEqualTo("enabled");
    }

    @Test
    void redisBecomesValkeyButNeverRedisAgain() {
        // Given
        var scene = CacheScene.withShards();

        // When
        scene.modifyNow(request -> request.engine("valkey").engineVersion("8.0"));
        scene.advance(CacheScene.LONG_ENOUGH);
        var back = CacheScene.codeOf(
                () -> scene.modifyNow(request -> request.engine("redis").engineVersion("7.1")));

        // Then
        assertThat(scene.group().engine()).isEqualTo("valkey");
        assertThat(scene.member().engineVersion()).isEqualTo("8.0.1");
        assertThat(scene.member().cacheParameterGroup().cacheParameterGroupName())
                .isEqualTo("default.valkey8.cluster.on");
        assertThat(back).isEqualTo("InvalidParameterCombination");
    }

    @Test
    void aRemovedTopicStaysVisibleAsInactive() {
        // Given
        var scene =
                CacheScene.with(request -> request.notificationTopicArn("arn:aws:sns:eu-central-1:123456789012:ops"));

        // When
        scene.modifyNow(request -> request.notificationTopicStatus("inactive"));
        scene.advance(CacheScene.LONG_ENOUGH);

        // Then
        assertThat(scene.member().notificationConfiguration().topicStatus()).isEqualTo("inactive");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossible")
    void whatAwsRefusesIsRefusedAndChangesNothing(
            String why, String code, Consumer<ModifyReplicationGroupRequest.Builder> wrong) {
        // Given
        var scene = CacheScene.withShards();
        var before = scene.group();

        // When
        var refusal = CacheScene.codeOf(() -> scene.modify(wrong));

        // Then
        assertThat(refusal).isEqualTo(code);
        scene.advance(CacheScene.LONG_ENOUGH);
        assertThat(scene.group()).isEqualTo(before);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused("nothing at all", "InvalidParameterCombination", r -> r.applyImmediately(true)),
                refused("an older version", "InvalidParameterCombination", r -> r.engineVersion("7.0")),
                refused("a wildcard version", "InvalidParameterCombination", r -> r.engineVersion("7.x")),
                refused("an unknown node type", "InvalidParameterValue", r -> r.cacheNodeType("cache.huge")),
                refused(
                        "no failover with cluster mode",
                        "InvalidParameterCombination",
                        r -> r.automaticFailoverEnabled(false)),
                refused(
                        "a plain parameter group",
                        "InvalidParameterCombination",
                        r -> r.cacheParameterGroupName("default.redis7")),
                refused("too long a retention", "InvalidParameterValue", r -> r.snapshotRetentionLimit(36)),
                refused(
                        "a setting the sandbox lacks",
                        "NotImplemented",
                        r -> r.primaryClusterId("rupaya-prod-0001-002")));
    }

    private static Arguments refused(String why, String code, Consumer<ModifyReplicationGroupRequest.Builder> wrong) {
        return Arguments.of(why, code, wrong);
    }
}
