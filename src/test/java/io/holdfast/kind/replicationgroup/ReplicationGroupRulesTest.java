package io.holdfast.kind.replicationgroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.Yaml;
import io.holdfast.model.Problem;
import io.holdfast.model.ResourceId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicationGroupRulesTest {
    private static final ResourceId ID = new ResourceId("test", ReplicationGroupKind.NAME, "main");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            numNodeGroups           | numNodeGroups: 3
            numNodeGroups           | {numNodeGroups: 3, replicasPerNodeGroup: 1, clusterMode: disabled}
            numNodeGroups           | {numNodeGroups: 3, replicasPerNodeGroup: 1, clusterMode: compatible}
            automaticFailover       | {automaticFailover: disabled, clusterMode: enabled}
            automaticFailover       | {automaticFailover: disabled, numNodeGroups: 2, replicasPerNodeGroup: 1}
            automaticFailover       | {automaticFailover: enabled, clusterMode: disabled, replicasPerNodeGroup: 0}
            multiAZ                 | {multiAZ: enabled, automaticFailover: disabled}
            multiAZ                 | {multiAZ: enabled, replicasPerNodeGroup: 0}
            transitEncryptionMode   | transitEncryptionMode: required
            userGroupIds            | {userGroupIds: [admins], transitEncryption: false}
            kmsKeyId                | {kmsKeyId: '1111', atRestEncryption: false}
            dataTiering             | dataTiering: enabled
            dataTiering             | {dataTiering: disabled, nodeType: cache.r6gd.xlarge}
            engineVersion           | engineVersion: 8.x
            engineVersion           | engineVersion: '7.2'
            engineVersion           | {engine: valkey, engineVersion: '7.1'}
            engineVersion           | {engine: valkey, engineVersion: 6.x}
            parameterGroup          | {parameterGroup: default.redis7, engineVersion: '6.2'}
            parameterGroup          | {parameterGroup: default.redis7, engine: valkey, engineVersion: 8.x}
            parameterGroup          | {parameterGroup: default.redis7, clusterMode: enabled}
            parameterGroup          | {parameterGroup: default.redis7.cluster.on, clusterMode: disabled}
            snapshotWindow          | snapshotWindow: 05:00-05:30
            maintenanceWindow       | maintenanceWindow: sun:05:00-sun:05:30
            snapshotWindow          | {snapshotWindow: 05:00-06:30, maintenanceWindow: 'sun:06:00-sun:07:00'}
            snapshotWindow          | {snapshotWindow: 23:30-00:30, maintenanceWindow: 'sun:00:00-sun:01:00'}
            """)
    void whatAwsRefusesIsObjectedToWithTheFieldThatIsWrong(String path, String yaml) {
        // Given
        ReplicationGroupState declared = state(yaml);
        // When
        List<Problem> problems = new ReplicationGroupKind().check(ID, declared, id -> Optional.empty());
        // Then
        assertThat(problems).extracting(Problem::path).containsExactly(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shards with replicas       | {numNodeGroups: 3, replicasPerNodeGroup: 1, clusterMode: enabled, multiAZ: enabled}
            replicas only              | replicasPerNodeGroup: 1
            a single node              | {automaticFailover: disabled, replicasPerNodeGroup: 0, multiAZ: disabled}
            one shard in cluster mode  | {clusterMode: enabled, automaticFailover: enabled, replicasPerNodeGroup: 0}
            nobody is let in           | {userGroupIds: [], transitEncryption: false}
            tiered                     | {nodeType: cache.r6gd.xlarge, dataTiering: enabled}
            the last redis             | {engineVersion: 7.x, parameterGroup: default.redis7}
            an old redis               | {engineVersion: '6.2', parameterGroup: default.redis6.x.cluster.on}
            the first valkey           | {engine: valkey, engineVersion: '7.2', parameterGroup: default.valkey7}
            any valkey 7               | {engine: valkey, engineVersion: 7.x}
            a group of one's own       | {parameterGroup: mine, clusterMode: enabled, engineVersion: '6.2'}
            windows side by side       | {snapshotWindow: 05:00-06:00, maintenanceWindow: 'sun:06:00-sun:07:00'}
            windows around midnight    | {snapshotWindow: 23:00-00:00, maintenanceWindow: 'sun:00:00-sun:01:00'}
            """)
    void whatAwsAllowsIsNotObjectedTo(String name, String yaml) {
        // Given
        ReplicationGroupState declared = state(yaml);
        // When
        List<Problem> problems = new ReplicationGroupKind().check(ID, declared, id -> Optional.empty());
        // Then
        assertThat(problems).as(name).isEmpty();
    }

    @Test
    void theIdIsFoundAsAwsStoresIt() {
        // Given
        ReplicationGroupState declared = state("replicationGroupId: Sessions");
        // When
        String key = new ReplicationGroupKind().key(declared);
        // Then
        assertThat(key).isEqualTo("sessions");
    }

    /** A declaration that says these things, and what every declaration must say. */
    private static ReplicationGroupState state(String yaml) {
        String members = yaml.startsWith("{") ? yaml.substring(1, yaml.length() - 1) : yaml;
        String id = members.contains("replicationGroupId") ? "" : ", replicationGroupId: sessions";
        String nodeType = members.contains("nodeType") ? "" : ", nodeType: cache.r6g.large";
        return Yaml.read(ReplicationGroupState.class, "{" + members + ", description: d" + id + nodeType + "}");
    }
}
