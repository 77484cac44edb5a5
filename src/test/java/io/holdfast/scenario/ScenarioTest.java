package io.holdfast.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.EnvironmentLoad;
import io.holdfast.desired.LastGood;
import io.holdfast.drift.DriftDetector;
import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Plan;
import io.holdfast.model.Standing;
import io.holdfast.plan.Planner;
import io.holdfast.plan.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The decision, as folders: {@code desired.yaml} and {@code live.yaml} go in, {@code plan.yaml} must come out. The name of
 * the folder is the law. To write a new one, leave {@code plan.yaml} empty and paste what the failure shows, once every line
 * of it is agreed to be right.
 */
class ScenarioTest {
    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
    private static final Set<String> FILES = Set.of("desired.yaml", "live.yaml", "plan.yaml");

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> laws() throws IOException {
        List<Path> folders = entries(SCENARIOS);
        assertThat(folders).as("scenarios").isNotEmpty();
        return folders.stream().map(it -> DynamicTest.dynamicTest(name(it), () -> holds(it)));
    }

    private void holds(Path scenario) throws IOException {
        assertThat(entries(scenario))
                .as("every file of a scenario is read, and nothing else lies there")
                .extracting(ScenarioTest::name)
                .containsExactlyInAnyOrderElementsOf(FILES);
        DesiredState desired = desired(scenario);
        LiveFile live = LiveFile.read(scenario.resolve("live.yaml"), desired);

        DriftReport report = DriftDetector.detect(desired, live.state(), live.memory(), live.now());
        Plan seen = Planner.plan(new Situation(report, live.account(), Standing.none(), live.now()));
        Plan plan = Planner.plan(new Situation(report, live.account(), live.standing(seen), live.now()));

        assertThat(PlanText.of(plan)).isEqualTo(Files.readString(scenario.resolve("plan.yaml")));
    }

    private DesiredState desired(Path scenario) throws IOException {
        Path folder = Files.createTempDirectory(temp, "environments");
        Files.copy(scenario.resolve("desired.yaml"), folder.resolve("test.yaml"));
        EnvironmentLoad load = new DesiredSource(folder, Kinds.all(), LastGood.inMemory())
                .load()
                .of("test")
                .orElseThrow();
        assertThat(load.lines()).as("findings in desired.yaml").isEmpty();
        return load.inForce().orElseThrow();
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
