package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.TestSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** A sandbox with ElastiCache in it, and the real client. It is a Sunday, five hours after the maintenance window opened. */
final class CacheScene {

    static final String ID = "rupaya-prod";

    /** Longer than anything ElastiCache does here. */
    static final Duration LONG_ENOUGH = Duration.ofHours(1);

    private final TestSandbox sandbox = new TestSandbox(Map.of(ElastiCache.NAME, new ElastiCache()));
    final ElastiCacheClient cache;
    final ElastiCacheBackstage backstage;

    CacheScene() {
        cache = sandbox.client(ElastiCacheClient.builder(), "test");
        backstage = new ElastiCacheBackstage(sandbox.world());
    }

    /** A scene with an available group of three shards and one replica each. */
    static CacheScene withShards() {
        return with(request -> request.numNodeGroups(3).replicasPerNodeGroup(1));
    }

    /** A scene with an available group of one primary and one replica, without cluster mode. */
    static CacheScene withPair() {
        return with(request -> request.numCacheClusters(2).automaticFailoverEnabled(true));
    }

    static CacheScene with(Consumer<CreateReplicationGroupRequest.Builder> differences) {
        var scene = new CacheScene();
        scene.create(differences);
        scene.advance(LONG_ENOUGH);
        return scene;
    }

    ReplicationGroup create(Consumer<CreateReplicationGroupRequest.Builder> differences) {
        var request = CreateReplicationGroupRequest.builder()
                .replicationGroupId(ID)
                .replicationGroupDescription("sessions")
                .cacheNodeType("cache.r6g.large")
                .preferredMaintenanceWindow("sun:05:00-sun:06:00")
                .snapshotWindow("02:00-03:00");
        differences.accept(request);
        return cache.createReplicationGroup(request.build()).replicationGroup();
    }

    ReplicationGroup modify(Consumer<ModifyReplicationGroupRequest.Builder> changes) {
        var request = ModifyReplicationGroupRequest.builder().replicationGroupId(ID);
        changes.accept(request);
        return cache.modifyReplicationGroup(request.build()).replicationGroup();
    }

    ReplicationGroup modifyNow(Consumer<ModifyReplicationGroupRequest.Builder> changes) {
        return modify(request -> changes.accept(request.applyImmediately(true)));
    }

    ReplicationGroup group() {
        return cache.describeReplicationGroups(query -> query.replicationGroupId(ID))
                .replicationGroups()
                .get(0);
    }

    List<CacheCluster> members() {
        return cache.describeCacheClusters(query -> query.showCacheNodeInfo(true))
                .cacheClusters();
    }

    CacheCluster member() {
        return members().get(0);
    }

    void advance(Duration time) {
        sandbox.advance(time);
        sandbox.sandbox().settle();
    }

    void advanceTo(String time) {
        advance(Duration.between(sandbox.world().timeline().now(), Instant.parse(time)));
    }

    /** The code with which the action is refused; empty when it is not. */
    static String codeOf(Runnable action) {
        try {
            action.run();
            return "";
        } catch (ElastiCacheException refusal) {
            return refusal.awsErrorDetails().errorCode();
        }
    }
}
