package io.holdfast.kind.replicationgroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.aws.Marks;
import io.holdfast.model.Plan;
import org.junit.jupiter.api.Test;

class CacheCreationTest {
    static final String EVERYTHING = """
            replicationGroupId: Sessions
            description: what users are doing
            engine: redis
            engineVersion: 7.x
            nodeType: cache.r6g.large
            clusterMode: enabled
            numNodeGroups: 2
            replicasPerNodeGroup: 2
            automaticFailover: enabled
            multiAZ: enabled
            parameterGroup: default.redis7.cluster.on
            subnetGroup: Default
            securityGroupIds: [sg-2, sg-1]
            port: 6380
            networkType: ipv4
            ipDiscovery: ipv4
            snapshotRetentionLimit: 7
            snapshotWindow: "02:00-03:00"
            maintenanceWindow: Sun:05:00-Sun:06:00
            autoMinorVersionUpgrade: false
            transitEncryption: true
            transitEncryptionMode: required
            atRestEncryption: true
            kmsKeyId: 11111111-2222-3333-4444-555555555555
            dataTiering: disabled
            userGroupIds: [readers, admins]
            notificationTopic: arn:aws:sns:us-east-1:123456789012:cache
            logDeliveryConfigurations:
              slow-log: {destinationType: cloudwatch-logs, destination: /cache/slow, logFormat: json}
              engine-log: {destinationType: kinesis-firehose, destination: cache-engine, logFormat: text}
            tags: {team: platform}
            """;

    @Test
    void whatWasCreatedIsObservedAsItWasDeclared() {
        // Given
        var loop = new CacheLoop(EVERYTHING);
        // When
        loop.converge();
        // Then
        Plan plan = loop.pass();
        assertThat(plan.changes()).isEmpty();
        assertThat(CacheLoop.drift(plan).fields()).isEmpty();
        assertThat(CacheLoop.drift(plan).memory().lastApplied().keySet())
                .containsAll(ReplicationGroupKind.FIELDS
                        .values(CacheLoop.state(EVERYTHING))
                        .keySet());
        assertThat(loop.writes()).containsExactly("CreateReplicationGroup");
    }

    @Test
    void aNewGroupIsOursFromItsFirstMoment() {
        // Given
        var loop = CacheLoop.settled(EVERYTHING);
        // When
        var tags = loop.cache()
                .listTagsForResource(query -> query.resourceName(loop.group().arn()))
                .tagList();
        // Then
        assertThat(tags)
                .extracting(tag -> tag.key())
                .containsExactlyInAnyOrder("team", Marks.ENVIRONMENT, Marks.RESOURCE, Marks.OWNER);
    }

    @Test
    void theHighestVersionThatFitsIsCreated() {
        // Given
        var loop = new CacheLoop(EVERYTHING);
        // When
        loop.converge();
        // Then
        assertThat(loop.node().engineVersion()).isEqualTo("7.1.0");
    }
}
