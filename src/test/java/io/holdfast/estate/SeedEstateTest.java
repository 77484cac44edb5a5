package io.holdfast.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Change;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Excuse.Reason;
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
