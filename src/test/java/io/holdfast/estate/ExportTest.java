package io.holdfast.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.aws.Marks;
import io.holdfast.export.Exported;
import io.holdfast.export.Exporter;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Scope;
import io.holdfast.model.Sync;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An estate that Holdfast did not make becomes the YAML that would have asked for it. */
class ExportTest {
    static final AwsTarget HERE = new AwsTarget("123456789012", "us-east-1", Optional.empty());

    @TempDir
    Path folder;

    private Estate estate;
    private Console console;

    @BeforeEach
    void makeTheSeedByHand() {
        estate = new Estate(folder);
        console = new Console(estate.sandbox());
        new HandMade(console).seed();
        estate.clock().advance(Duration.ofHours(2));
        estate.sandbox().settle();
        estate.sandbox().log().clear();
    }

    @Test
    void theSeedMadeByHandIsExportedWholeAndDiffersInNothing() {
        // When
        Exported exported = export("everything", Scope.everything());

        // Then
        assertThat(exported.missing()).isEmpty();
        assertThat(exported.notSeen()).isEmpty();
        estate.declare("everything.yaml", exported.yaml());
        DriftReport drift = estate.drift("everything");
        assertThat(drift.resources()).hasSize(18);
        assertThat(drift.resources()).allSatisfy(it -> assertThat(it.fields()).isEmpty());
        assertThat(drift.isComplete()).isTrue();
        assertThat(drift.sync()).isEqualTo(Sync.SYNCED);
        assertThat(estate.writes()).isEmpty();
    }

    private Exported export(String environment, Scope scope) {
        Exporter exporter = new Exporter(
                Kinds.all(),
                "http://localhost:8080/schema/environment-v1.json",
                new Marks("test")::name,
                estate.clock());
        return exporter.found(environment, HERE, scope, estate.reach().cloud(HERE));
    }
}
