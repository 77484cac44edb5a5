package io.holdfast.kind.ecscluster;

import static io.holdfast.model.Impact.IN_PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.holdfast.kind.Declaration;
import io.holdfast.model.Difference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EcsClusterFieldsTest {
    private final EcsClusterKind kind = new EcsClusterKind();

    static Stream<Arguments> same() {
        return Stream.of(
                arguments("capacityProviders: [FARGATE, FARGATE_SPOT]", "capacityProviders: [FARGATE_SPOT, FARGATE]"),
                arguments("capacityProviders: []", ""),
                arguments(
                        "defaultCapacityProviderStrategy: [{capacityProvider: A, weight: 1}, {capacityProvider: B}]",
                        "defaultCapacityProviderStrategy: [{capacityProvider: B, weight: 0, base: 0},"
                                + " {capacityProvider: A, weight: 1, base: 0}]"),
                arguments("", "containerInsights: disabled"),
                arguments(
                        "configuration: {executeCommandConfiguration: {logging: OVERRIDE,"
                                + " logConfiguration: {s3BucketName: b, s3EncryptionEnabled: false}}}",
                        "configuration: {executeCommandConfiguration: {logging: OVERRIDE, kmsKeyId: k,"
                                + " logConfiguration: {s3BucketName: b, cloudWatchLogGroupName: g}}}"),
                arguments("serviceConnectDefaults: {namespace: \"\"}", ""),
                arguments("tags: {a: b}", "tags: {a: b, foreign: c}"));
    }

    @ParameterizedTest
    @MethodSource("same")
    void whatMeansTheSameIsNoDrift(String desired, String live) {
        // Given
        EcsClusterState asked = state(desired);
        // When
        List<Difference> differences = kind.fields().differences(asked, state(live));
        // Then
        assertThat(differences).isEmpty();
    }

    static Stream<Arguments> different() {
        return Stream.of(
                arguments(
                        "containerInsights: enabled",
                        "containerInsights: enhanced",
                        "containerInsights",
                        "UpdateCluster"),
                arguments("containerInsights: enabled", "", "containerInsights", "UpdateCluster"),
                arguments(
                        "configuration: {executeCommandConfiguration: {logging: NONE}}",
                        "configuration: {executeCommandConfiguration: {logging: DEFAULT}}",
                        "configuration.executeCommandConfiguration.logging",
                        "UpdateCluster"),
                arguments(
                        "configuration: {executeCommandConfiguration: {kmsKeyId: a}}",
                        "configuration: {executeCommandConfiguration: {kmsKeyId: b}}",
                        "configuration.executeCommandConfiguration.kmsKeyId",
                        "UpdateCluster"),
                arguments(
                        "configuration: {executeCommandConfiguration: {logConfiguration: {s3EncryptionEnabled: true}}}",
                        "",
                        "configuration.executeCommandConfiguration.logConfiguration.s3EncryptionEnabled",
                        "UpdateCluster"),
                arguments(
                        "configuration: {managedStorageConfiguration: {kmsKeyId: a, fargateEphemeralStorageKmsKeyId: b}}",
                        "configuration: {managedStorageConfiguration: {kmsKeyId: a}}",
                        "configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId",
                        "UpdateCluster"),
                arguments(
                        "serviceConnectDefaults: {namespace: \"arn:a\"}",
                        "serviceConnectDefaults: {namespace: \"arn:b\"}",
                        "serviceConnectDefaults.namespace",
                        "UpdateCluster"),
                arguments(
                        "capacityProviders: [FARGATE]",
                        "capacityProviders: [FARGATE, FARGATE_SPOT]",
                        "capacityProviders",
                        "PutClusterCapacityProviders"),
                arguments(
                        "defaultCapacityProviderStrategy: [{capacityProvider: A, weight: 1}]",
                        "defaultCapacityProviderStrategy: [{capacityProvider: A, weight: 2}]",
                        "defaultCapacityProviderStrategy",
                        "PutClusterCapacityProviders"),
                arguments("tags: {a: b}", "tags: {a: c}", "tags.a", "TagResource"));
    }

    @ParameterizedTest
    @MethodSource("different")
    void whatDiffersIsNamedWithItsCallAndNeverDisturbsARunningTask(
            String desired, String live, String path, String call) {
        // Given
        EcsClusterState asked = state(desired);
        // When
        List<Difference> differences = kind.fields().differences(asked, state(live));
        // Then
        assertThat(differences).singleElement().satisfies(it -> {
            assertThat(it.path()).isEqualTo(path);
            assertThat(it.impact()).isEqualTo(IN_PLACE);
            assertThat(it.call()).isEqualTo("ecs:" + call);
        });
    }

    private static EcsClusterState state(String fields) {
        return Declaration.state(EcsClusterState.class, "name: prod\n" + fields);
    }
}
