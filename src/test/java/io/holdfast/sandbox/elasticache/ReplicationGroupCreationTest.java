package io.holdfast.sandbox.elasticache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;

class ReplicationGroupCreationTest {

    @Test
    void aNewGroupIsCreatingForMinutesAndThenAvailable() {
        // Given
        var scene = new CacheScene();

        // When
        var created = scene.create(request -> request.numNodeGroups(3).replicasPerNodeGroup(1));
        scene.advance(Duration.ofMinutes(8));
        var later = scene.group().status();
        scene.advance(Duration.ofMinutes(1));

        // Then
        assertThat(created.status()).isEqualTo("creating");
        assertThat(later).isEqualTo("creating");
        assertThat(scene.group().status()).isEqualTo("available");
        assertThat(scene.members())
                .allSatisfy(member -> assertThat(member.cacheClusterStatus()).isEqualTo("available"));
    }

    @Test
    void membersOfAClusterAreNamedAfterShardAndNode() {
        // Given
        var scene = CacheScene.withShards();

        // When
        var group = scene.group();

        // Then
        assertThat(group.memberClusters())
                .containsExactly(
                        "rupaya-prod-0001-001",
                        "rupaya-prod-0001-002",
                        "rupaya-prod-0002-001",
                        "rupaya-prod-0002-002",
                        "rupaya-prod-0003-001",
                        "rupaya-prod-0003-002");
        assertThat(group.nodeGroups())
                .extracting(NodeGroup::slots)
                .containsExactly("0-5460", "5461-10921", "10922-16383");
        assertThat(group.configurationEndpoint().address()).startsWith("clustercfg.rupaya-prod.");
        assertThat(group.nodeGroups().get(0).nodeGroupMembers().get(0).currentRole())
                .isNull();
    }

    @Test
    void membersOfAPlainGroupAreNumberedAndHaveRoles() {
        // Given
        var scene = CacheScene.withPair();

        // When
        var group = scene.group();

        // Then
        assertThat(group.memberClusters()).containsExactly("rupaya-prod-001", "rupaya-prod-002");
        assertThat(group.clusterEnabled()).isFalse();
        assertThat(group.configurationEndpoint()).isNull();
        assertThat(group.nodeGroups().get(0).nodeGroupMembers())
                .extracting(member -> member.currentRole())
                .containsExactly("primary", "replica");
    }

    @Test
    void onlyMembersShowVersionNetworkAndParameters() {
        // Given
        var scene = CacheScene.with(request -> request.engineVersion("7.1")
                .numNodeGroups(3)
                .replicasPerNodeGroup(1)
                .securityGroupIds("sg-1")
                .notificationTopicArn("arn:aws:sns:eu-central-1:123456789012:ops"));

        // When
        var member = scene.member();

        // Then
        assertThat(member.engineVersion()).isEqualTo("7.1.0");
        assertThat(member.cacheParameterGroup().cacheParameterGroupName()).isEqualTo("default.redis7.cluster.on");
        assertThat(member.securityGroups())
                .extracting(group -> group.securityGroupId())
                .containsExactly("sg-1");
        assertThat(member.cacheSubnetGroupName()).isEqualTo("default");
        assertThat(member.preferredMaintenanceWindow()).isEqualTo("sun:05:00-sun:06:00");
        assertThat(member.notificationConfiguration().topicStatus()).isEqualTo("active");
        assertThat(member.cacheNodes()).hasSize(1);
    }

    @Test
    void whatIsLeftOutIsFilledInAsAwsDoes() {
        // Given
        var scene = new CacheScene();

        // When
        var created = scene.create(request -> request.numCacheClusters(1));

        // Then
        assertThat(created.engine()).isEqualTo("redis");
        assertThat(created.automaticFailoverAsString()).isEqualTo("disabled");
        assertThat(created.multiAZAsString()).isEqualTo("disabled");
        assertThat(created.clusterModeAsString()).isEqualTo("disabled");
        assertThat(created.snapshotRetentionLimit()).isZero();
        assertThat(created.atRestEncryptionEnabled()).isFalse();
        assertThat(created.transitEncryptionEnabled()).isFalse();
        assertThat(created.autoMinorVersionUpgrade()).isTrue();
        assertThat(scene.member().cacheParameterGroup().cacheParameterGroupName())
                .isEqualTo("default.redis7");
    }

    @Test
    void valkeyIsEncryptedAtRestUnlessToldOtherwise() {
        // Given
        var scene = new CacheScene();

        // When
        var created = scene.create(request -> request.engine("valkey"));

        // Then
        assertThat(created.atRestEncryptionEnabled()).isTrue();
    }

    @Test
    void theIdentifierIsStoredInLowerCase() {
        // Given
        var scene = new CacheScene();

        // When
        var created = scene.create(request -> request.replicationGroupId("Rupaya-PROD"));

        // Then
        assertThat(created.replicationGroupId()).isEqualTo("rupaya-prod");
        assertThat(CacheScene.codeOf(() -> scene.create(same -> {}))).isEqualTo("ReplicationGroupAlreadyExists");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossible")
    void whatAwsRefusesIsRefusedAndNothingIsMade(
            String why, String code, Consumer<CreateReplicationGroupRequest.Builder> wrong) {
        // Given
        var scene = new CacheScene();

        // When
        var refusal = CacheScene.codeOf(() -> scene.create(wrong));

        // Then
        assertThat(refusal).isEqualTo(code);
        assertThat(scene.cache.describeReplicationGroups().replicationGroups()).isEmpty();
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused("a wildcard version", "InvalidParameterCombination", r -> r.engineVersion("7.x")),
                refused("a patch version", "InvalidParameterCombination", r -> r.engineVersion("7.1.0")),
                refused("an unknown engine", "InvalidParameterValue", r -> r.engine("memcached")),
                refused("an unknown node type", "InvalidParameterValue", r -> r.cacheNodeType("cache.huge")),
                refused(
                        "failover with one node",
                        "InvalidParameterCombination",
                        r -> r.numCacheClusters(1).automaticFailoverEnabled(true)),
                refused(
                        "Multi-AZ without failover",
                        "InvalidParameterCombination",
                        r -> r.numCacheClusters(2).multiAZEnabled(true)),
                refused(
                        "Multi-AZ without replicas",
                        "InvalidParameterCombination",
                        r -> r.numNodeGroups(3).multiAZEnabled(true)),
                refused(
                        "cluster mode without failover",
                        "InvalidParameterCombination",
                        r -> r.numNodeGroups(3).automaticFailoverEnabled(false)),
                refused(
                        "clusters and node groups",
                        "InvalidParameterCombination",
                        r -> r.numNodeGroups(3).numCacheClusters(3)),
                refused(
                        "six replicas",
                        "InvalidParameterValue",
                        r -> r.numNodeGroups(1).replicasPerNodeGroup(6)),
                refused(
                        "shards with a plain parameter group",
                        "InvalidParameterCombination",
                        r -> r.numNodeGroups(3).cacheParameterGroupName("default.redis7")),
                refused(
                        "a parameter group of another family",
                        "InvalidParameterCombination",
                        r -> r.cacheParameterGroupName("default.redis6.x")),
                refused(
                        "an unknown parameter group",
                        "CacheParameterGroupNotFound",
                        r -> r.cacheParameterGroupName("nothing")),
                refused(
                        "an unknown subnet group",
                        "CacheSubnetGroupNotFoundFault",
                        r -> r.cacheSubnetGroupName("nowhere")),
                refused(
                        "a token without encryption",
                        "InvalidParameterCombination",
                        r -> r.authToken("0123456789abcdef")),
                refused("windows that overlap", "InvalidParameterCombination", r -> r.snapshotWindow("05:30-06:30")),
                refused("two hyphens in a row", "InvalidParameterValue", r -> r.replicationGroupId("a--b")),
                refused("a setting the sandbox lacks", "NotImplemented", r -> r.snapshotName("old")));
    }

    private static Arguments refused(String why, String code, Consumer<CreateReplicationGroupRequest.Builder> wrong) {
        return Arguments.of(why, code, wrong);
    }
}
