package io.holdfast.kind.replicationgroup;

import static io.holdfast.model.Impact.INTERRUPTION;
import static io.holdfast.model.Impact.IN_PLACE;
import static io.holdfast.model.Impact.REPLACEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.FieldPairs;
import io.holdfast.model.Impact;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplicationGroupFieldsTest {
    private static final List<String> REQUIRED =
            List.of("replicationGroupId: sessions", "description: for users", "nodeType: cache.r6g.large");
    private static final String MODIFY = ReplicationGroupKind.MODIFY;
    private static final String CREATE = ReplicationGroupKind.CREATE;

    /** The same wish in two spellings. */
    record Same(String desired, String live) {}

    /** A wish that is not met, with what meeting it costs. */
    record Other(String path, String desired, String live, Impact impact, String call) {}

    static List<Same> same() {
        return List.of(
                new Same("replicationGroupId: Sessions", "replicationGroupId: sessions"),
                new Same("description: for users", "description: for users"),
                new Same("engine: redis", "engine: Redis"),
                new Same("engineVersion: 7.x", "engineVersion: 7.1.0"),
                new Same("engineVersion: '7'", "engineVersion: 7.0.7"),
                new Same("engineVersion: '7.1'", "engineVersion: 7.1.0"),
                new Same("nodeType: cache.r6g.large", "nodeType: cache.r6g.large"),
                new Same("clusterMode: enabled", "clusterMode: enabled"),
                new Same("numNodeGroups: 3", "numNodeGroups: 3"),
                new Same("replicasPerNodeGroup: 2", "replicasPerNodeGroup: 2\nnodeGroups: {'0001': 2, '0002': 2}"),
                new Same("automaticFailover: enabled", "automaticFailover: enabled"),
                new Same("multiAZ: disabled", "multiAZ: disabled"),
                new Same("parameterGroup: Mine", "parameterGroup: mine"),
                new Same("subnetGroup: Private", "subnetGroup: private"),
                new Same("securityGroupIds: [sg-1, sg-2]", "securityGroupIds: [sg-2, sg-1]"),
                new Same("port: 6379", "port: 6379"),
                new Same("networkType: ipv4", "networkType: ipv4"),
                new Same("ipDiscovery: ipv4", "ipDiscovery: ipv4"),
                new Same("snapshotRetentionLimit: 0", "engine: redis"),
                new Same("snapshotWindow: 05:00-06:00", "snapshotWindow: 05:00-06:00"),
                new Same("maintenanceWindow: Sun:06:30-SUN:07:30", "maintenanceWindow: sun:06:30-sun:07:30"),
                new Same("autoMinorVersionUpgrade: true", "autoMinorVersionUpgrade: true"),
                new Same("transitEncryption: false", "engine: redis"),
                new Same("transitEncryptionMode: required", "transitEncryptionMode: required"),
                new Same("atRestEncryption: false", "engine: redis"),
                new Same("kmsKeyId: 1111-2222", "kmsKeyId: 'arn:aws:kms:us-east-1:123456789012:key/1111-2222'"),
                new Same("dataTiering: disabled", "engine: redis"),
                new Same("userGroupIds: [b, a]", "userGroupIds: [a, b]"),
                new Same("userGroupIds: []", "engine: redis"),
                new Same("notificationTopic: ''", "engine: redis"),
                new Same("notificationTopic: 'arn:t'", "notificationTopic: 'arn:t'"),
                new Same(log("destination: /slow"), log("destination: /slow, logFormat: json")),
                new Same("tags: {team: a}", "tags: {team: a, 'aws:cloudformation:stack-name': b}"));
    }

    static List<Other> other() {
        return Stream.of(identity(), engine(), topology(), network(), upkeep(), encryption(), connections())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Other> identity() {
        return List.of(
                new Other(
                        "replicationGroupId",
                        "replicationGroupId: sessions",
                        "replicationGroupId: carts",
                        REPLACEMENT,
                        CREATE),
                modified("description", "description: a", "description: A", IN_PLACE));
    }

    private static List<Other> engine() {
        return List.of(
                modified("engine", "engine: valkey", "engine: redis", INTERRUPTION),
                modified("engineVersion", "engineVersion: '7.1'", "engineVersion: 7.10.0", INTERRUPTION),
                modified("engineVersion", "engineVersion: 7.x", "engineVersion: 6.2.6", INTERRUPTION),
                modified("nodeType", "nodeType: cache.r6g.large", "nodeType: cache.r6g.xlarge", INTERRUPTION),
                modified("parameterGroup", "parameterGroup: mine", "parameterGroup: default.redis7", IN_PLACE));
    }

    private static List<Other> topology() {
        return List.of(
                modified("clusterMode", "clusterMode: enabled", "clusterMode: compatible", INTERRUPTION),
                new Other(
                        "numNodeGroups",
                        "numNodeGroups: 3",
                        "numNodeGroups: 2",
                        IN_PLACE,
                        ReplicationGroupKind.RESHARD),
                new Other(
                        "replicasPerNodeGroup",
                        "replicasPerNodeGroup: 2",
                        "replicasPerNodeGroup: 1",
                        IN_PLACE,
                        ReplicationGroupKind.MORE_REPLICAS),
                new Other(
                        "replicasPerNodeGroup",
                        "replicasPerNodeGroup: 2",
                        "nodeGroups: {'0001': 2, '0002': 1}",
                        IN_PLACE,
                        ReplicationGroupKind.MORE_REPLICAS),
                modified("automaticFailover", "automaticFailover: enabled", "automaticFailover: disabled", IN_PLACE),
                modified("multiAZ", "multiAZ: enabled", "multiAZ: disabled", IN_PLACE));
    }

    private static List<Other> network() {
        return List.of(
                fixed("subnetGroup", "subnetGroup: private", "subnetGroup: public"),
                fixed("port", "port: 6379", "port: 6380"),
                fixed("networkType", "networkType: ipv4", "networkType: dual_stack"),
                modified("ipDiscovery", "ipDiscovery: ipv4", "ipDiscovery: ipv6", IN_PLACE),
                modified("securityGroupIds", "securityGroupIds: [sg-1]", "securityGroupIds: [sg-1, sg-2]", IN_PLACE));
    }

    private static List<Other> upkeep() {
        return List.of(
                modified("snapshotRetentionLimit", "snapshotRetentionLimit: 7", "snapshotRetentionLimit: 0", IN_PLACE),
                modified("snapshotWindow", "snapshotWindow: 05:00-06:00", "snapshotWindow: 04:00-05:00", IN_PLACE),
                modified(
                        "maintenanceWindow",
                        "maintenanceWindow: sun:06:30-sun:07:30",
                        "maintenanceWindow: mon:06:30-mon:07:30",
                        IN_PLACE),
                modified(
                        "autoMinorVersionUpgrade",
                        "autoMinorVersionUpgrade: false",
                        "autoMinorVersionUpgrade: true",
                        IN_PLACE));
    }

    private static List<Other> encryption() {
        return List.of(
                modified("transitEncryption", "transitEncryption: true", "transitEncryption: false", INTERRUPTION),
                modified(
                        "transitEncryptionMode",
                        "transitEncryptionMode: required",
                        "transitEncryptionMode: preferred",
                        INTERRUPTION),
                fixed("atRestEncryption", "atRestEncryption: true", "atRestEncryption: false"),
                fixed("kmsKeyId", "kmsKeyId: 1111-2222", "kmsKeyId: 'arn:aws:kms:us-east-1:123456789012:key/3333'"),
                fixed("dataTiering", "dataTiering: enabled", "dataTiering: disabled"));
    }

    private static List<Other> connections() {
        String logs = "logDeliveryConfigurations.slow-log";
        return List.of(
                modified("userGroupIds", "userGroupIds: [a]", "userGroupIds: [a, b]", IN_PLACE),
                modified("notificationTopic", "notificationTopic: 'arn:t'", "engine: redis", IN_PLACE),
                modified("notificationTopic", "notificationTopic: ''", "notificationTopic: 'arn:t'", IN_PLACE),
                modified(logs, log("destination: /slow"), "engine: redis", IN_PLACE),
                modified(logs, "logDeliveryConfigurations: {}", log("destination: /slow"), IN_PLACE),
                modified(logs + ".destination", log("destination: /slow"), log("destination: /other"), IN_PLACE),
                modified(
                        logs + ".destinationType",
                        log("destinationType: cloudwatch-logs"),
                        log("destinationType: kinesis-firehose"),
                        IN_PLACE),
                modified(logs + ".logFormat", log("logFormat: json"), log("logFormat: text"), IN_PLACE),
                new Other("tags.team", "tags: {team: a}", "tags: {team: b}", IN_PLACE, ReplicationGroupKind.TAG));
    }

    private static Other modified(String path, String desired, String live, Impact impact) {
        return new Other(path, desired, live, impact, MODIFY);
    }

    private static Other fixed(String path, String desired, String live) {
        return new Other(path, desired, live, REPLACEMENT, CREATE);
    }

    private static String log(String members) {
        return "logDeliveryConfigurations: {slow-log: {" + members + "}}";
    }

    /** A whole state in which this is said beside what must be said. */
    private static String state(String said) {
        return Stream.concat(REQUIRED.stream().filter(it -> !said.startsWith(it.split(":", 2)[0])), Stream.of(said))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("same")
    void theSameWishInAnotherSpellingIsNoDrift(Same pair) {
        // Given
        var kind = new ReplicationGroupKind();
        // When
        // Then
        FieldPairs.assertEqual(kind, state(pair.desired()), state(pair.live()));
    }

    @ParameterizedTest
    @MethodSource("other")
    void anotherValueIsDriftWithItsImpactAndItsCall(Other pair) {
        // Given
        var kind = new ReplicationGroupKind();
        // When
        // Then
        FieldPairs.assertDifferent(
                kind, state(pair.desired()), state(pair.live()), pair.path(), pair.impact(), pair.call());
    }

    @Test
    void everyRowOfTheTableHasAPairThatDiffers() {
        // Given
        Set<String> tested = other().stream()
                .map(Other::path)
                .map(path -> path.replace(".slow-log", ".*").replace("tags.team", "tags.*"))
                .filter(path -> !path.equals("logDeliveryConfigurations.*"))
                .collect(Collectors.toCollection(TreeSet::new));
        // When
        Set<String> rows = new TreeSet<>(new ReplicationGroupKind().fields().paths());
        // Then
        assertThat(tested).isEqualTo(rows);
    }

    @Test
    void everyRowOfTheTableHasAPairThatIsTheSame() {
        // Given
        Set<String> tested = same().stream()
                .map(pair -> pair.desired().split(":", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        // When
        Set<String> rows = new ReplicationGroupKind()
                .fields().paths().stream()
                        .map(path -> path.split("\\.", 2)[0])
                        .collect(Collectors.toCollection(TreeSet::new));
        // Then
        assertThat(tested).isEqualTo(rows);
    }
}
