package io.holdfast.sandbox.elasticache;

import static io.holdfast.sandbox.elasticache.CacheScene.ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.ConfigureShard;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;

class ReplicationGroupScalingTest {

    private static final Duration REPLICA_CHANGE = CacheTimes.ACCEPTANCE.plus(CacheTimes.REPLICA_CHANGE);

    @Test
    void aNewReplicaLagsBehindItsAvailableGroup() {
        // Given
        var scene = CacheScene.withPair();

        // When
        scene.cache.increaseReplicaCount(
                request -> request.replicationGroupId(ID).newReplicaCount(2).applyImmediately(true));
        scene.advance(REPLICA_CHANGE);
        var group = scene.group();
        var member = scene.members().get(2).cacheClusterStatus();
        var refusal = CacheScene.codeOf(() -> scene.modifyNow(request -> request.securityGroupIds("sg-2")));
        scene.advance(CacheTimes.MEMBER_LAG);

        // Then
        assertThat(group.status()).isEqualTo("available");
        assertThat(group.nodeGroups().get(0).nodeGroupMembers()).hasSize(3);
        assertThat(member).isEqualTo("creating");
        assertThat(refusal).isEqualTo("InvalidCacheClusterState");
        assertThat(scene.members().get(2).cacheClusterStatus()).isEqualTo("available");
    }

    @Test
    void aRemovedReplicaIsStillAMemberForAWhile() {
        // Given
        var scene = CacheScene.withShards();

        // When
        scene.cache.decreaseReplicaCount(
                request -> request.replicationGroupId(ID).newReplicaCount(0).applyImmediately(true));
        scene.advance(REPLICA_CHANGE);
        var members = scene.group().memberClusters();
        scene.advance(CacheTimes.MEMBER_LAG);

        // Then
        assertThat(members).hasSize(6);
        assertThat(scene.group().memberClusters())
                .containsExactly("rupaya-prod-0001-001", "rupaya-prod-0002-001", "rupaya-prod-0003-001");
    }

    @Test
    void replicasCanDifferFromShardToShard() {
        // Given
        var scene = CacheScene.withShards();
        var second =
                ConfigureShard.builder().nodeGroupId("0002").newReplicaCount(2).build();

        // When
        scene.cache.increaseReplicaCount(request ->
                request.replicationGroupId(ID).replicaConfiguration(second).applyImmediately(true));
        scene.advance(CacheScene.LONG_ENOUGH);

        // Then
        assertThat(scene.group().nodeGroups())
                .extracting(shard -> shard.nodeGroupMembers().size())
                .containsExactly(2, 3, 2);
    }

    @Test
    void askingForTheReplicasThereAreIsNoOperation() {
        // Given
        var scene = CacheScene.withShards();

        // When
        var refusal = CacheScene.codeOf(() -> scene.cache.increaseReplicaCount(
                request -> request.replicationGroupId(ID).newReplicaCount(1).applyImmediately(true)));

        // Then
        assertThat(refusal).isEqualTo("NoOperationFault");
    }

    @Test
    void theLastReplicaStaysWhileFailoverNeedsIt() {
        // Given
        var scene = CacheScene.withPair();

        // When
        var refusal = CacheScene.codeOf(() -> scene.cache.decreaseReplicaCount(
                request -> request.replicationGroupId(ID).newReplicaCount(0).applyImmediately(true)));

        // Then
        assertThat(refusal).isEqualTo("InvalidParameterCombination");
    }

    @Test
    void moreShardsDivideTheSlotsAnew() {
        // Given
        var scene = CacheScene.withShards();

        // When
        scene.cache.modifyReplicationGroupShardConfiguration(
                request -> request.replicationGroupId(ID).nodeGroupCount(4).applyImmediately(true));
        scene.advance(Duration.ofMinutes(10));
        var progress = scene.group()
                .pendingModifiedValues()
                .resharding()
                .slotMigration()
                .progressPercentage();
        scene.advance(CacheScene.LONG_ENOUGH);

        // Then
        assertThat(progress).isBetween(40.0, 60.0);
        assertThat(scene.group().nodeGroups())
                .extracting(NodeGroup::nodeGroupId)
                .containsExactly("0001", "0002", "0003", "0004");
        assertThat(scene.group().nodeGroups().get(3).slots()).isEqualTo("12288-16383");
        assertThat(scene.group().memberClusters()).hasSize(8);
    }

    @Test
    void fewerShardsHaveToBeNamed() {
        // Given
        var scene = CacheScene.withShards();

        // When
        var unnamed = CacheScene.codeOf(() -> scene.cache.modifyReplicationGroupShardConfiguration(
                request -> request.replicationGroupId(ID).nodeGroupCount(2).applyImmediately(true)));
        scene.cache.modifyReplicationGroupShardConfiguration(request -> request.replicationGroupId(ID)
                .nodeGroupCount(2)
                .nodeGroupsToRemove("0002")
                .applyImmediately(true));
        scene.advance(CacheScene.LONG_ENOUGH);

        // Then
        assertThat(unnamed).isEqualTo("InvalidParameterCombination");
        assertThat(scene.group().nodeGroups())
                .extracting(NodeGroup::nodeGroupId)
                .containsExactly("0001", "0003");
    }

    @Test
    void aRolledBackReshardingLeavesTheShardsAndNoNewMembers() {
        // Given
        var scene = CacheScene.withShards();
        scene.backstage.rollBackNextChange(ID, "slots could not be migrated");

        // When
        scene.cache.modifyReplicationGroupShardConfiguration(
                request -> request.replicationGroupId(ID).nodeGroupCount(4).applyImmediately(true));
        scene.advance(CacheScene.LONG_ENOUGH);

        // Then
        assertThat(scene.group().nodeGroups()).hasSize(3);
        assertThat(scene.group().memberClusters()).hasSize(6);
        assertThat(scene.group().nodeGroups().get(0).slots()).isEqualTo("0-5460");
    }

    @Test
    void scalingDemandsToBeAppliedImmediately() {
        // Given
        var scene = CacheScene.withShards();

        // When
        var codes = List.of(
                CacheScene.codeOf(() -> scene.cache.increaseReplicaCount(request ->
                        request.replicationGroupId(ID).newReplicaCount(2).applyImmediately(false))),
                CacheScene.codeOf(() -> scene.cache.modifyReplicationGroupShardConfiguration(request ->
                        request.replicationGroupId(ID).nodeGroupCount(4).applyImmediately(false))));

        // Then
        assertThat(codes).containsOnly("InvalidParameterValue");
    }

    @Test
    void largerAndSmallerNodeTypesAreTold() {
        // Given
        var scene = CacheScene.withShards();

        // When
        var allowed = scene.cache.listAllowedNodeTypeModifications(query -> query.replicationGroupId(ID));

        // Then
        assertThat(allowed.scaleUpModifications()).contains("cache.r6g.xlarge").doesNotContain("cache.r6g.large");
        assertThat(allowed.scaleDownModifications()).contains("cache.t4g.medium");
    }
}
