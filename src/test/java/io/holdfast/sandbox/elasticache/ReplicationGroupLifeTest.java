package io.holdfast.sandbox.elasticache;

import static io.holdfast.sandbox.elasticache.CacheScene.ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.Tag;

class ReplicationGroupLifeTest {

    private static final Tag TEAM = Tag.builder().key("team").value("payments").build();

    @Test
    void tagsAreRefusedWhileTheGroupIsNotAvailable() {
        // Given
        var scene = CacheScene.withShards();
        var arn = scene.group().arn();
        scene.cache.addTagsToResource(request -> request.resourceName(arn).tags(TEAM));
        var tags = scene.cache
                .listTagsForResource(query -> query.resourceName(arn))
                .tagList();

        // When
        scene.modifyNow(request -> request.cacheNodeType("cache.r6g.xlarge"));
        scene.advance(Duration.ofMinutes(1));
        var reading = CacheScene.codeOf(() -> scene.cache.listTagsForResource(query -> query.resourceName(arn)));
        var writing = CacheScene.codeOf(() -> scene.cache.removeTagsFromResource(
                request -> request.resourceName(arn).tagKeys("team")));

        // Then
        assertThat(tags).containsExactly(TEAM);
        assertThat(reading).isEqualTo("InvalidReplicationGroupState");
        assertThat(writing).isEqualTo("InvalidReplicationGroupState");
    }

    @Test
    void aGroupIsSnapshottingForAWhileAndTheSnapshotOutlivesIt() {
        // Given
        var scene = CacheScene.withShards();

        // When
        scene.cache.createSnapshot(request -> request.replicationGroupId(ID).snapshotName("before"));
        var status = scene.group().status();
        scene.advance(CacheScene.LONG_ENOUGH);
        scene.cache.deleteReplicationGroup(request -> request.replicationGroupId(ID));
        scene.advance(CacheScene.LONG_ENOUGH);

        // Then
        assertThat(status).isEqualTo("snapshotting");
        assertThat(scene.cache
                        .describeSnapshots(query -> query.snapshotName("before"))
                        .snapshots())
                .extracting(snapshot -> snapshot.snapshotStatus())
                .containsExactly("available");
    }

    @Test
    void aDeletedGroupIsDeletingAndThenNotFound() {
        // Given
        var scene = CacheScene.withShards();

        // When
        scene.cache.deleteReplicationGroup(
                request -> request.replicationGroupId(ID).finalSnapshotIdentifier("last"));
        var status = scene.group().status();
        var again = CacheScene.codeOf(() -> scene.create(same -> {}));
        scene.advance(CacheScene.LONG_ENOUGH);

        // Then
        assertThat(status).isEqualTo("deleting");
        assertThat(again).isEqualTo("ReplicationGroupAlreadyExists");
        assertThat(CacheScene.codeOf(scene::group)).isEqualTo("ReplicationGroupNotFoundFault");
        assertThat(scene.members()).isEmpty();
        assertThat(scene.cache.describeSnapshots().snapshots()).hasSize(1);
    }

    @Test
    void aGroupUnderChangeCannotBeDeleted() {
        // Given
        var scene = CacheScene.withShards();
        scene.modifyNow(request -> request.cacheNodeType("cache.r6g.xlarge"));
        scene.advance(Duration.ofMinutes(1));

        // When
        var refusal =
                CacheScene.codeOf(() -> scene.cache.deleteReplicationGroup(request -> request.replicationGroupId(ID)));

        // Then
        assertThat(refusal).isEqualTo("InvalidReplicationGroupState");
    }

    @Test
    void membersAreListedPageByPage() {
        // Given
        var scene = CacheScene.with(request -> request.numNodeGroups(10).replicasPerNodeGroup(2));

        // When
        var seen = new ArrayList<String>();
        scene.cache.describeCacheClustersPaginator(query -> query.maxRecords(20)).cacheClusters().stream()
                .map(CacheCluster::cacheClusterId)
                .forEach(seen::add);

        // Then
        assertThat(seen).hasSize(30).doesNotHaveDuplicates().isSorted();
        assertThat(CacheScene.codeOf(() -> scene.cache.describeCacheClusters(query -> query.maxRecords(5))))
                .isEqualTo("InvalidParameterValue");
    }

    @Test
    void aFailoverSwapsTheRoles() {
        // Given
        var scene = CacheScene.withPair();

        // When
        scene.backstage.failOver(ID, "0001");

        // Then
        assertThat(scene.group().nodeGroups().get(0).nodeGroupMembers())
                .filteredOn(member -> member.currentRole().equals("primary"))
                .extracting(member -> member.cacheClusterId())
                .containsExactly("rupaya-prod-002");
    }

    @Test
    void theDefaultGroupsExistAndOthersCanBeMade() {
        // Given
        var scene = new CacheScene();

        // When
        scene.cache.createCacheSubnetGroup(group -> group.cacheSubnetGroupName("Private")
                .cacheSubnetGroupDescription("private")
                .subnetIds("subnet-1", "subnet-2"));
        scene.cache.createCacheParameterGroup(group -> group.cacheParameterGroupName("Tuned")
                .cacheParameterGroupFamily("redis7")
                .description("tuned"));

        // Then
        assertThat(scene.cache.describeCacheSubnetGroups().cacheSubnetGroups())
                .extracting(group -> group.cacheSubnetGroupName())
                .containsExactly("default", "private");
        assertThat(scene.cache.describeCacheParameterGroups().cacheParameterGroups())
                .extracting(group -> group.cacheParameterGroupName())
                .contains("default.redis7", "default.redis7.cluster.on", "tuned");
    }

    @Test
    void versionsAreOfferedWithoutPatchAndOnePerEngineByDefault() {
        // Given
        var scene = new CacheScene();

        // When
        var redis = scene.cache
                .describeCacheEngineVersions(query -> query.engine("redis"))
                .cacheEngineVersions();
        var defaults = scene.cache
                .describeCacheEngineVersions(query -> query.defaultOnly(true))
                .cacheEngineVersions();

        // Then
        assertThat(redis).extracting(version -> version.engineVersion()).containsExactly("6.2", "7.0", "7.1");
        assertThat(defaults).extracting(version -> version.engineVersion()).containsExactly("7.1", "8.0");
    }
}
