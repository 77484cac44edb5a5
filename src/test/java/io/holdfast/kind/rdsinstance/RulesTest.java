package io.holdfast.kind.rdsinstance;

import static io.holdfast.kind.rdsinstance.DatabaseScene.declared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.holdfast.model.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    /** The path that is objected to, and the lines that make it so; a key alone leaves its line out. */
    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("iops", List.of("iops:")),
                arguments("iops", List.of("storageType: gp2")),
                arguments("allocatedStorage", List.of("allocatedStorage: 99")),
                arguments("storageThroughput", List.of("storageThroughput: 500")),
                arguments("storageType", List.of("storageType: gp3", "allocatedStorage: 399")),
                arguments("maxAllocatedStorage", List.of("maxAllocatedStorage: 499")),
                arguments("availabilityZone", List.of("availabilityZone: eu-central-1a")),
                arguments("kmsKeyId", List.of("kmsKeyId: 0f1e", "storageEncrypted: false")),
                arguments("monitoringInterval", List.of("monitoringInterval: 20")),
                arguments("monitoringRoleArn", List.of("monitoringRoleArn:")),
                arguments("monitoringRoleArn", List.of("monitoringInterval: 0")),
                arguments(
                        "performanceInsights.retentionPeriod",
                        List.of("performanceInsights: {enabled: true, retentionPeriod: 30}")),
                arguments("performanceInsights", List.of("performanceInsights: {enabled: false, retentionPeriod: 7}")),
                arguments("databaseInsightsMode", List.of("databaseInsightsMode: advanced")),
                arguments("manageMasterUserPassword", List.of("manageMasterUserPassword: false")),
                arguments("parameterGroup", List.of("engineVersion: '16'")),
                arguments("preferredBackupWindow", List.of("preferredBackupWindow: '03:00-03:29'")),
                arguments("preferredBackupWindow", List.of("preferredBackupWindow: '25:00-26:00'")),
                arguments("preferredMaintenanceWindow", List.of("preferredMaintenanceWindow: day:04:30-day:05:30")),
                arguments("preferredMaintenanceWindow", List.of("preferredMaintenanceWindow: sun:02:30-sun:03:30")),
                arguments(
                        "preferredMaintenanceWindow",
                        List.of(
                                "preferredMaintenanceWindow: sun:23:30-mon:00:30",
                                "preferredBackupWindow: '23:50-00:20'")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatAwsWouldRefuseIsToldBeforeItIsSent(String path, List<String> lines) {
        // Given
        RdsInstanceState state = declared(lines.toArray(String[]::new));
        // When
        List<Problem> problems = Rules.problems(state);
        // Then
        assertThat(problems).extracting(Problem::path).containsExactly(path);
    }

    @Test
    void whatAwsTakesIsNotObjectedTo() {
        assertThat(Rules.problems(declared())).isEmpty();
        assertThat(Rules.problems(declared("preferredMaintenanceWindow: sun:04:00-sun:05:00")))
                .isEmpty();
        assertThat(Rules.problems(declared(
                        "storageType: gp3", "iops: 12000", "storageThroughput: 500", "maxAllocatedStorage: 500")))
                .isEmpty();
        assertThat(Rules.problems(declared(
                        "databaseInsightsMode: advanced",
                        "performanceInsights: {enabled: true, retentionPeriod: 465}")))
                .isEmpty();
    }
}
