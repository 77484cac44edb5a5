package io.holdfast.kind.replicationgroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Attempt;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Fault;
import io.holdfast.model.Health;
import io.holdfast.model.Plan;
import io.holdfast.model.Rejection;
import io.holdfast.sandbox.elasticache.ElastiCache;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.ConfigureShard;

class ReplicationGroupChangeTest {
    private static final String PAIR = """
            replicationGroupId: sessions
            description: for users
            engine: redis
            engineVersion: '7.0'
            nodeType: cache.r6g.large
            clusterMode: disabled
            numNodeGroups: 1
            replicasPerNodeGroup: 1
            automaticFailover: enabled
            multiAZ: enabled
            transitEncryption: false
            maintenanceWindow: sun:05:00-sun:06:00
            snapshotWindow: 02:00-03:00
            """;
    private static final String AT_ONCE = PAIR + "applyImmediately: true\n";
    private static final String LARGER = PAIR.replace("r6g.large", "r6g.xlarge");

    @Test
    void aNewNodeTypeWaitsForTheMaintenanceWindowAndIsSentOnce() {
        // Given
        var loop = CacheLoop.settled(PAIR);
        loop.declare(LARGER);
        loop.pass();
        // When
        loop.advance(Duration.ofMinutes(5));
        Plan waiting = loop.pass();
        loop.advance(Duration.ofDays(7));
        loop.converge();
        // Then
        assertThat(CacheLoop.drift(waiting).suppressed())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.PENDING_WINDOW));
        assertThat(waiting.changes()).isEmpty();
        assertThat(loop.writes()).containsExactly("CreateReplicationGroup", "ModifyReplicationGroup");
        assertThat(loop.group().cacheNodeType()).isEqualTo("cache.r6g.xlarge");
    }

    @Test
    void whatIsParkedIsAskedForAgainOnceItIsWantedAtOnce() {
        // Given
        var loop = CacheLoop.settled(PAIR);
        loop.declare(LARGER);
        loop.pass();
        loop.advance(Duration.ofMinutes(5));
        loop.pass();
        // When
        loop.declare(LARGER + "applyImmediately: true\n");
        List<String> sent = loop.converge();
        // Then
        assertThat(sent).containsExactly("ModifyReplicationGroup");
        assertThat(loop.group().cacheNodeType()).isEqualTo("cache.r6g.xlarge");
    }

    @Test
    void aChangeThatAwsUndidIsToldInItsWordsAndNotSentAgain() {
        // Given
        var loop = CacheLoop.settled(AT_ONCE);
        loop.declare(LARGER + "applyImmediately: true\n");
        loop.pass();
        loop.backstage.rollBackNextChange("sessions", "no such nodes left");
        loop.advance(CacheLoop.LONG_ENOUGH.minusMinutes(10));
        // When
        Plan after = loop.pass();
        Collections.nCopies(5, loop).forEach(CacheLoop::pass);
        // Then
        Rejection rejection = CacheLoop.drift(after).memory().rejection().orElseThrow();
        assertThat(rejection.reason()).isEqualTo(Reason.ROLLED_BACK);
        assertThat(rejection.sentence()).contains("nodeType").contains("no such nodes left");
        assertThat(CacheLoop.paths(after)).containsExactly("nodeType");
        assertThat(loop.writes()).containsExactly("CreateReplicationGroup", "ModifyReplicationGroup");
    }

    @Test
    void clusterModeIsReachedThroughCompatibleAndThenShardsAreAdded() {
        // Given
        var loop = CacheLoop.settled(AT_ONCE);
        loop.declare(AT_ONCE.replace("clusterMode: disabled", "clusterMode: enabled")
                        .replace("numNodeGroups: 1", "numNodeGroups: 3")
                + "parameterGroup: default.redis7.cluster.on\n");
        // When
        List<String> sent = loop.converge();
        // Then
        assertThat(sent)
                .containsExactly(
                        "ModifyReplicationGroup", "ModifyReplicationGroup", "ModifyReplicationGroupShardConfiguration");
        assertThat(loop.group().clusterModeAsString()).isEqualTo("enabled");
        assertThat(loop.group().nodeGroups()).hasSize(3);
    }

    @Test
    void encryptionInTransitIsReachedThroughPreferredInBothDirections() {
        // Given
        var loop = CacheLoop.settled(AT_ONCE);
        // When
        loop.declare(AT_ONCE.replace("transitEncryption: false", "transitEncryption: true")
                + "transitEncryptionMode: required\n");
        List<String> on = loop.converge();
        String mode = loop.group().transitEncryptionModeAsString();
        loop.declare(AT_ONCE);
        List<String> off = loop.converge();
        // Then
        assertThat(on).containsExactly("ModifyReplicationGroup", "ModifyReplicationGroup");
        assertThat(mode).isEqualTo("required");
        assertThat(off).containsExactly("ModifyReplicationGroup", "ModifyReplicationGroup");
        assertThat(loop.group().transitEncryptionEnabled()).isFalse();
    }

    @Test
    void aStageThatAwsUndidIsNotTakenForTheGoal() {
        // Given
        var loop = CacheLoop.settled(AT_ONCE);
        loop.declare(AT_ONCE.replace("transitEncryption: false", "transitEncryption: true")
                + "transitEncryptionMode: required\n");
        loop.pass();
        loop.backstage.rollBackNextChange("sessions", "clients are in the way");
        loop.advance(Duration.ofMinutes(30));
        // When
        Plan after = loop.pass();
        Collections.nCopies(5, loop).forEach(CacheLoop::pass);
        // Then
        assertThat(CacheLoop.drift(after).memory().rejection())
                .map(Rejection::reason)
                .contains(Reason.ROLLED_BACK);
        assertThat(loop.writes()).containsExactly("CreateReplicationGroup", "ModifyReplicationGroup");
    }

    @Test
    void redisBecomesValkeyAndNeverRedisAgain() {
        // Given
        var loop = CacheLoop.settled(AT_ONCE);
        loop.declare(AT_ONCE.replace("engine: redis", "engine: valkey").replace("'7.0'", "8.x"));
        loop.converge();
        // When
        loop.declare(AT_ONCE);
        loop.pass();
        Plan after = loop.pass();
        // Then
        assertThat(loop.group().engine()).isEqualTo("valkey");
        assertThat(CacheLoop.drift(after).memory().attempt())
                .map(Attempt::fault)
                .hasValueSatisfying(fault -> {
                    assertThat(fault.kind()).isEqualTo(Fault.Kind.INVALID);
                    assertThat(fault.message()).contains("valkey").contains("cannot become redis");
                });
    }

    @Test
    void noVersionIsEverLowered() {
        // Given
        var loop = CacheLoop.settled(AT_ONCE.replace("'7.0'", "7.x"));
        loop.declare(AT_ONCE);
        // When
        loop.pass();
        Plan after = loop.pass();
        // Then
        assertThat(CacheLoop.drift(after).memory().attempt())
                .map(Attempt::fault)
                .hasValueSatisfying(fault -> {
                    assertThat(fault.kind()).isEqualTo(Fault.Kind.INVALID);
                    assertThat(fault.message()).contains("7.1.0").contains("cannot go back to 7.0");
                });
        assertThat(loop.writes()).containsExactly("CreateReplicationGroup");
    }

    @Test
    void shardsThatDifferInReplicasAreNamedAndMadeEvenOneWayAtATime() {
        // Given
        var sharded = CacheCreationTest.EVERYTHING.replace("numNodeGroups: 2", "numNodeGroups: 3");
        var loop = CacheLoop.settled(sharded);
        loop.cache()
                .increaseReplicaCount(request -> request.replicationGroupId("sessions")
                        .replicaConfiguration(shard("0001", 3))
                        .applyImmediately(true));
        loop.advance(CacheLoop.LONG_ENOUGH);
        loop.cache()
                .decreaseReplicaCount(request -> request.replicationGroupId("sessions")
                        .replicaConfiguration(shard("0002", 1))
                        .applyImmediately(true));
        loop.advance(CacheLoop.LONG_ENOUGH);
        int before = loop.writes().size();
        // When
        Plan found = loop.pass();
        loop.converge();
        // Then
        assertThat(CacheLoop.difference(found, "replicasPerNodeGroup").live().orElseThrow())
                .hasToString("{0001=3, 0002=1, 0003=2}");
        assertThat(loop.writes().subList(before, loop.writes().size()))
                .containsExactly("IncreaseReplicaCount", "DecreaseReplicaCount");
    }

    @Test
    void theDifferenceNamesTheCallThatClosesIt() {
        // Given
        var loop = CacheLoop.settled(PAIR);
        loop.cache()
                .increaseReplicaCount(request -> request.replicationGroupId("sessions")
                        .newReplicaCount(2)
                        .applyImmediately(true));
        loop.advance(CacheLoop.LONG_ENOUGH);
        // When
        Plan plan = loop.pass();
        // Then
        assertThat(CacheLoop.difference(plan, "replicasPerNodeGroup").call())
                .isEqualTo(ReplicationGroupKind.FEWER_REPLICAS);
        assertThat(plan.changes().get(0).calls()).containsExactly(ReplicationGroupKind.FEWER_REPLICAS);
    }

    @Test
    void whatFreesOthersComesFirst() {
        // Given
        var loop = CacheLoop.settled(AT_ONCE);
        loop.declare(AT_ONCE.replace("enabled", "disabled")
                .replace("replicasPerNodeGroup: 1", "replicasPerNodeGroup: 0")
                .replace("for users", "for nobody")
                .replace("r6g.large", "r6g.xlarge"));
        // When
        List<String> sent = loop.converge();
        // Then
        assertThat(sent)
                .containsExactly(
                        "ModifyReplicationGroup",
                        "DecreaseReplicaCount",
                        "ModifyReplicationGroup",
                        "ModifyReplicationGroup");
    }

    private static ConfigureShard shard(String id, int replicas) {
        return ConfigureShard.builder()
                .nodeGroupId(id)
                .newReplicaCount(replicas)
                .build();
    }

    @Test
    void nodesThatLagBehindTheirGroupKeepItClosed() {
        // Given
        var loop = CacheLoop.settled(PAIR);
        loop.cache()
                .increaseReplicaCount(request -> request.replicationGroupId("sessions")
                        .newReplicaCount(2)
                        .applyImmediately(true));
        loop.advance(Duration.ofSeconds(15).plusMinutes(7).plusSeconds(10));
        // When
        String status = loop.group().status();
        Plan plan = loop.pass();
        // Then
        assertThat(status).isEqualTo("available");
        assertThat(CacheLoop.drift(plan).facts().orElseThrow().underway().orElseThrow())
                .contains("sessions-003 is creating");
        assertThat(loop.writes()).doesNotContain("DecreaseReplicaCount");
    }

    @Test
    void nothingIsSentWhileASnapshotIsTakenAndNobodyIsAlarmed() {
        // Given
        var loop = CacheLoop.settled(PAIR);
        loop.backstage.snapshot("sessions");
        loop.declare(PAIR.replace("for users", "for everybody"));
        // When
        Plan during = loop.pass();
        List<String> sent = loop.converge();
        // Then
        assertThat(CacheLoop.drift(during).facts().orElseThrow().underway()).contains("the group is snapshotting");
        assertThat(CacheLoop.drift(during).health().status()).isEqualTo(Health.Status.HEALTHY);
        assertThat(sent).containsExactly("ModifyReplicationGroup");
    }

    @Test
    void aStatusNobodyKnowsMeansWait() {
        // Given
        var loop = CacheLoop.settled(PAIR + "tags: {team: platform}\n");
        loop.backstage.enter("sessions", "reticulating");
        loop.declare(PAIR.replace("for users", "for everybody") + "tags: {team: platform}\n");
        long tagLooks = loop.asked("ListTagsForResource");
        // When
        loop.advance(Duration.ofHours(2));
        Plan plan = loop.pass();
        // Then
        assertThat(CacheLoop.drift(plan).facts().orElseThrow().underway()).contains("the group is reticulating");
        assertThat(CacheLoop.drift(plan).health().status()).isEqualTo(Health.Status.PROGRESSING);
        assertThat(CacheLoop.paths(plan)).containsExactly("description");
        assertThat(CacheLoop.suppressed(plan)).containsExactly("tags.team");
        assertThat(loop.asked("ListTagsForResource")).isEqualTo(tagLooks);
        assertThat(loop.writes()).containsExactly("CreateReplicationGroup");
    }

    @Test
    void aGroupThatCouldNotBeCreatedIsDegradedAndNotMadeAgain() {
        // Given
        var loop = new CacheLoop(PAIR);
        loop.pass();
        loop.backstage.enter("sessions", "create-failed");
        // When
        Plan plan = loop.pass();
        loop.pass();
        // Then
        assertThat(CacheLoop.drift(plan).health().status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(CacheLoop.drift(plan).health().sentence()).contains("create-failed");
        assertThat(CacheLoop.drift(plan).memory().expectation()).isEmpty();
        assertThat(loop.writes()).containsExactly("CreateReplicationGroup");
    }

    @Test
    void tagsAreReadOnceAnHour() {
        // Given
        var loop = CacheLoop.settled(PAIR);
        long before = loop.asked("ListTagsForResource");
        // When
        Collections.nCopies(30, loop).forEach(CacheLoop::pass);
        // Then
        assertThat(before).isEqualTo(1);
        assertThat(loop.asked("ListTagsForResource")).isEqualTo(1);
    }

    @Test
    void anUnownedGroupIsTakenOverByItsTagsOnly() {
        // Given
        var loop = new CacheLoop(PAIR);
        loop.cache()
                .createReplicationGroup(request -> request.replicationGroupId("sessions")
                        .replicationGroupDescription("for users")
                        .engineVersion("7.0")
                        .cacheNodeType("cache.r6g.large")
                        .numCacheClusters(2)
                        .automaticFailoverEnabled(true)
                        .multiAZEnabled(true)
                        .preferredMaintenanceWindow("sun:05:00-sun:06:00")
                        .snapshotWindow("02:00-03:00"));
        loop.advance(CacheLoop.LONG_ENOUGH);
        // When
        loop.declareForAdoption(PAIR);
        List<String> sent = loop.converge();
        Plan plan = loop.pass();
        // Then
        assertThat(sent).containsExactly("AddTagsToResource");
        assertThat(CacheLoop.drift(plan).facts().orElseThrow().ownership().isOurs())
                .isTrue();
    }

    @Test
    void lookingAsksNoMoreOftenThanItMust() {
        // Given
        var loop = CacheLoop.settled(PAIR);
        loop.sandbox().log().clear();
        // When
        loop.pass();
        // Then
        assertThat(loop.sandbox().log().entries())
                .filteredOn(it -> it.service().equals(ElastiCache.NAME))
                .extracting(it -> it.operation())
                .containsExactlyInAnyOrder("DescribeReplicationGroups", "DescribeCacheClusters");
    }
}
