package io.holdfast.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Change;
import io.holdfast.model.Declared;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Normal;
import io.holdfast.model.Plan;
import io.holdfast.model.Sync;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Operation;
import io.holdfast.sandbox.CallLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This repository's own environments, as the README's tour begins with them. */
class SeedEstateTest {
    @TempDir
    Path folder;

    private Estate estate;

    @BeforeEach
    void copyEnvironments() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("environments"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        estate = new Estate(folder);
    }

    private void enforceProduction() throws IOException {
        Path file = folder.resolve("production.yaml");
        Files.writeString(file, Files.readString(file).replace("mode: propose", "mode: enforce"));
    }

    private void staysQuiet(String environment) {
        int before = estate.writes().size();
        for (int i = 0; i < 5; i++) {
            estate.clock().advance(Duration.ofMinutes(1));
            EnvironmentStatus status = estate.pass(environment);
            assertThat(status.plan().orElseThrow().changes())
                    .as("the second plan is empty")
                    .isEmpty();
        }
        assertThat(estate.writes().subList(before, estate.writes().size()))
                .extracting(CallLog.Entry::operation)
                .isEmpty();
    }

    /** What the deployment guide asks for, or the nearest AWS allows; the files say why where that is not the same. */
    @Test
    void bothEnvironmentsSayAllThatTheDeploymentGuideAsksFor() {
        assertThat(declared("staging")).contains("""
                cluster/main.name "rupaya-ecs-staging"
                cluster/main.containerInsights "enabled"
                cluster/main.capacityProviders ["FARGATE","FARGATE_SPOT"]
                service/backend.name "rupaya-backend-staging"
                service/backend.cluster "main"
                service/backend.desiredCount 1
                service/backend.deploymentConfiguration.deploymentCircuitBreaker.enable true
                service/backend.deploymentConfiguration.deploymentCircuitBreaker.rollback true
                service/backend.networkConfiguration.assignPublicIp "DISABLED"
                task-definition/backend.family "rupaya-backend-staging"
                task-definition/backend.cpu 512
                task-definition/backend.memory 1024
                task-definition/backend.containers.app.image "123456789012.dkr.ecr.us-east-1.amazonaws.com/rupaya-backend-staging:latest"
                task-definition/backend.containers.app.healthCheck.interval 30
                task-definition/backend.containers.app.healthCheck.retries 3
                task-definition/backend.containers.app.logConfiguration.options.awslogs-group "/ecs/rupaya-backend-staging"
                scaling/backend.min 1
                scaling/backend.max 2
                scaling-step/backend.up.alarm.threshold 70
                scaling-step/backend.down.alarm.threshold 30
                schedule/backend.night.max 0
                schedule/backend.morning.min 1
                database/main.identifier "rupaya-staging"
                database/main.engine "postgres"
                database/main.engineVersion "15"
                database/main.instanceClass "db.t4g.medium"
                database/main.allocatedStorage 100
                database/main.storageType "gp3"
                database/main.multiAZ false
                database/main.backupRetentionPeriod 7
                """.split("\n"));
        assertThat(declared("production")).contains("""
                cluster/main.name "rupaya-ecs-prod"
                cluster/main.containerInsights "enabled"
                cluster/main.capacityProviders ["FARGATE","FARGATE_SPOT"]
                service/backend.name "rupaya-backend-prod"
                service/backend.cluster "main"
                service/backend.desiredCount 3
                service/backend.deploymentConfiguration.deploymentCircuitBreaker.enable true
                service/backend.deploymentConfiguration.deploymentCircuitBreaker.rollback true
                service/backend.networkConfiguration.assignPublicIp "DISABLED"
                task-definition/backend.family "rupaya-backend-prod"
                task-definition/backend.cpu 1024
                task-definition/backend.memory 2048
                task-definition/backend.containers.app.image "123456789012.dkr.ecr.us-east-1.amazonaws.com/rupaya-backend-prod:latest"
                task-definition/backend.containers.app.logConfiguration.options.awslogs-group "/ecs/rupaya-backend-prod"
                scaling/backend.min 3
                scaling/backend.max 10
                scaling-step/backend.up.alarm.comparisonOperator "GreaterThanThreshold"
                scaling-step/backend.up.alarm.metricName "CPUUtilization"
                scaling-step/backend.up.alarm.threshold 70
                scaling-step/backend.down.alarm.comparisonOperator "LessThanThreshold"
                scaling-step/backend.down.alarm.metricName "CPUUtilization"
                scaling-step/backend.down.alarm.threshold 30
                database/main.identifier "rupaya-prod"
                database/main.engine "postgres"
                database/main.engineVersion "15"
                database/main.instanceClass "db.r6g.large"
                database/main.allocatedStorage 500
                database/main.storageType "io2"
                database/main.iops 3000
                database/main.multiAZ true
                database/main.backupRetentionPeriod 30
                database/main.monitoringInterval 60
                database/main.performanceInsights.enabled true
                cache/main.engine "redis"
                cache/main.engineVersion "7.x"
                cache/main.nodeType "cache.r6g.large"
                cache/main.clusterMode "enabled"
                cache/main.numNodeGroups 1
                cache/main.replicasPerNodeGroup 2
                cache/main.automaticFailover "enabled"
                cache/main.multiAZ "enabled"
                cache/main.snapshotRetentionLimit 7
                """.split("\n"));
    }

    /** The guide keeps eight secrets, in one of Secrets Manager for each environment. */
    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void everySecretOfTheGuideIsTakenByReference(String environment) {
        assertThat(declared(environment))
                .filteredOn(it -> it.contains(".containers.app.secrets."))
                .hasSize(8)
                .allMatch(it -> it.contains(":secret:rupaya/" + environment + "/secrets:"));
    }

    private List<String> declared(String environment) {
        return estate.desired(environment).resources().stream()
                .flatMap(SeedEstateTest::lines)
                .toList();
    }

    private static <S> Stream<String> lines(Declared<S> declared) {
        String id = declared.id().toString();
        String own = id.substring(id.indexOf('/') + 1);
        return declared.kind().fields().values(declared.state()).entrySet().stream()
                .map(it -> own + "." + it.getKey() + " " + Normal.text(it.getValue()));
    }

    @Test
    void stagingIsMadeAndThenLeftAlone() {
        estate.converge("staging");

        staysQuiet("staging");
    }

    @Test
    void productionOnlyPlans() {
        EnvironmentStatus status = estate.pass("production");

        Plan plan = status.plan().orElseThrow();
        assertThat(status.operation()).isEqualTo(Operation.AWAITING_APPROVAL);
        assertThat(plan.changes()).hasSize(plan.report().resources().size());
        assertThat(plan.changes()).extracting(Change::action).containsOnly(Change.Action.CREATE);
        assertThat(estate.writes()).isEmpty();
    }

    @Test
    void productionEnforcedIsMadeAndThenLeftAlone() throws IOException {
        enforceProduction();

        estate.converge("production");

        staysQuiet("production");
    }

    @Test
    void stagingSleepsAtNightWithoutBeingCalledDriftAndWakesInTheMorning() {
        estate.converge("staging");
        int writes = estate.writes().size();
        estate.clock().advance(Duration.ofHours(14));
        DriftReport night = nextAt("staging", 23);

        assertThat(night.sync()).isEqualTo(Sync.SYNCED);
        assertThat(night.suppressed())
                .filteredOn(it -> it.reason() == Reason.AS_SCHEDULED)
                .extracting(it -> it.path())
                .containsExactlyInAnyOrder("min", "max");
        DriftReport morning = nextAt("staging", 9);

        assertThat(morning.sync()).isEqualTo(Sync.SYNCED);
        assertThat(morning.suppressed()).noneMatch(it -> it.reason() == Reason.AS_SCHEDULED);
        assertThat(estate.writes()).hasSize(writes);
    }

    /** Passes every ten minutes until it is that hour of a working day in New York. */
    private DriftReport nextAt(String environment, int hour) {
        var zone = java.time.ZoneId.of("America/New_York");
        var there = estate.clock().instant().atZone(zone);
        while (there.getHour() != hour
                || List.of(6, 7).contains(there.getDayOfWeek().getValue())) {
            estate.clock().advance(Duration.ofMinutes(10));
            estate.pass(environment);
            there = estate.clock().instant().atZone(zone);
        }
        return estate.drift(environment);
    }
}
