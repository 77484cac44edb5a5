package io.holdfast.kind.replicationgroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Plan;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.LogType;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;

class ReplicationGroupRepairTest {
    private static final String DECLARED = CacheCreationTest.EVERYTHING + "applyImmediately: true\n";
    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:replicationgroup:sessions";

    private static final LogDeliveryConfigurationRequest SLOW_LOG_OFF = LogDeliveryConfigurationRequest.builder()
            .logType(LogType.SLOW_LOG)
            .enabled(false)
            .build();

    /** Somebody else's change, and the field in which it shows. */
    record Meddling(String path, String repairedBy, Consumer<ElastiCacheClient> act) {
        @Override
        public String toString() {
            return path;
        }
    }

    static List<Meddling> meddling() {
        return List.of(
                modifying("description", request -> request.replicationGroupDescription("mine now")),
                modifying("snapshotRetentionLimit", request -> request.snapshotRetentionLimit(0)),
                modifying("snapshotWindow", request -> request.snapshotWindow("03:30-04:30")),
                modifying("maintenanceWindow", request -> request.preferredMaintenanceWindow("mon:05:00-mon:06:00")),
                modifying("autoMinorVersionUpgrade", request -> request.autoMinorVersionUpgrade(true)),
                modifying("securityGroupIds", request -> request.securityGroupIds("sg-1")),
                modifying("notificationTopic", request -> request.notificationTopicStatus("inactive")),
                modifying(
                        "userGroupIds",
                        request -> request.userGroupIdsToRemove("admins").userGroupIdsToAdd("writers")),
                modifying(
                        "logDeliveryConfigurations.slow-log",
                        request -> request.logDeliveryConfigurations(SLOW_LOG_OFF)),
                modifying("nodeType", request -> request.cacheNodeType("cache.r6g.xlarge")),
                modifying("multiAZ", request -> request.multiAZEnabled(false)),
                modifying("transitEncryptionMode", request -> request.transitEncryptionMode("preferred")),
                modifying("ipDiscovery", request -> request.ipDiscovery("ipv6")),
                new Meddling("parameterGroup", "ModifyReplicationGroup", cache -> {
                    cache.createCacheParameterGroup(request -> request.cacheParameterGroupName("mine")
                            .cacheParameterGroupFamily("redis7")
                            .description("mine"));
                    cache.modifyReplicationGroup(
                            request -> request.replicationGroupId("sessions").cacheParameterGroupName("mine"));
                }),
                new Meddling(
                        "replicasPerNodeGroup",
                        "DecreaseReplicaCount",
                        cache -> cache.increaseReplicaCount(request -> request.replicationGroupId("sessions")
                                .newReplicaCount(3)
                                .applyImmediately(true))),
                new Meddling(
                        "replicasPerNodeGroup",
                        "IncreaseReplicaCount",
                        cache -> cache.decreaseReplicaCount(request -> request.replicationGroupId("sessions")
                                .newReplicaCount(1)
                                .applyImmediately(true))),
                new Meddling(
                        "numNodeGroups",
                        "ModifyReplicationGroupShardConfiguration",
                        cache -> cache.modifyReplicationGroupShardConfiguration(
                                request -> request.replicationGroupId("sessions")
                                        .nodeGroupCount(4)
                                        .applyImmediately(true))),
                new Meddling(
                        "numNodeGroups",
                        "ModifyReplicationGroupShardConfiguration",
                        cache -> cache.modifyReplicationGroupShardConfiguration(
                                request -> request.replicationGroupId("sessions")
                                        .nodeGroupCount(1)
                                        .nodeGroupsToRemove("0002")
                                        .applyImmediately(true))),
                new Meddling(
                        "tags.team",
                        "AddTagsToResource",
                        cache -> cache.removeTagsFromResource(
                                request -> request.resourceName(ARN).tagKeys("team"))));
    }

    private static Meddling modifying(String path, Consumer<ModifyReplicationGroupRequest.Builder> changes) {
        return new Meddling(
                path,
                "ModifyReplicationGroup",
                cache -> cache.modifyReplicationGroup(request ->
                        changes.accept(request.replicationGroupId("sessions").applyImmediately(true))));
    }

    @ParameterizedTest
    @MethodSource("meddling")
    void whatWasChangedBehindOurBackIsNamedAndRepaired(Meddling meddling) {
        // Given
        var loop = CacheLoop.settled(DECLARED);
        meddling.act().accept(loop.cache());
        loop.advance(CacheLoop.LONG_ENOUGH.plusMinutes(1));
        int before = loop.writes().size();
        // When
        Plan found = loop.pass();
        loop.converge();
        // Then
        assertThat(CacheLoop.paths(found)).containsExactly(meddling.path());
        assertThat(loop.writes().subList(before, loop.writes().size())).containsExactly(meddling.repairedBy());
    }
}
