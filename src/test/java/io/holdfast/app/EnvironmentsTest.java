package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.EnvironmentLoad;
import io.holdfast.desired.LastGood;
import io.holdfast.desired.Load;
import io.holdfast.desired.finding.Finding;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two environments of this repository, read by the kinds Holdfast really has. */
class EnvironmentsTest {
    private final Load load = new DesiredSource(Path.of("environments"), Kinds.all(), LastGood.inMemory()).load();

    @Test
    void bothEnvironmentsLoad() {
        // Given the folder, when it is read, then
        assertThat(load.trouble()).isEmpty();
        assertThat(load.environments()).containsOnlyKeys("production", "staging");
        assertThat(load.environments().values())
                .flatExtracting(EnvironmentLoad::lines)
                .isEmpty();
    }

    @Test
    void stagingHealsItselfAndProductionAsks() {
        // Given both environments, when their modes are compared, then
        assertThat(desired("staging").mode()).isEqualTo(Mode.ENFORCE);
        assertThat(desired("production").mode()).isEqualTo(Mode.PROPOSE);
    }

    @Test
    void eachDeclaresTheWholeOfItsEstate() {
        // Given both environments, when their resources are listed, then
        assertThat(desired("production").resources())
                .extracting(it -> it.id().toString())
                .containsExactlyInAnyOrder(
                        "production/cluster/main",
                        "production/service/backend",
                        "production/task-definition/backend",
                        "production/scaling/backend",
                        "production/scaling-step/backend.up",
                        "production/scaling-step/backend.down",
                        "production/database/main",
                        "production/cache/main");
        assertThat(desired("staging").resources())
                .extracting(it -> it.id().toString())
                .containsExactlyInAnyOrder(
                        "staging/cluster/main",
                        "staging/service/backend",
                        "staging/task-definition/backend",
                        "staging/scaling/backend",
                        "staging/scaling-step/backend.up",
                        "staging/scaling-step/backend.down",
                        "staging/schedule/backend.night",
                        "staging/schedule/backend.morning",
                        "staging/database/main");
    }

    /** What is declared beside a service takes its names from it, and must not fall over a service that is not there. */
    @Test
    void aMistakeInAServiceIsNoMistakeInItsScaling(@TempDir Path folder) throws IOException {
        // Given
        String staging = Files.readString(Path.of("environments/staging.yaml"));
        Files.copy(Path.of("environments/_backend.yaml"), folder.resolve("_backend.yaml"));
        Files.writeString(folder.resolve("staging.yaml"), staging.replace("desiredCount: 1", "desiredCuont: 1"));

        // When
        Load misspelt = new DesiredSource(folder, Kinds.all(), LastGood.inMemory()).load();

        // Then
        assertThat(misspelt.of("staging").orElseThrow().findings())
                .extracting(Finding::path)
                .containsExactly("spec.services.backend.desiredCuont");
    }

    private DesiredState desired(String environment) {
        return load.of(environment).flatMap(EnvironmentLoad::inForce).orElseThrow();
    }
}
