package io.holdfast.scenario;

import static org.assertj.core.api.Assertions.assertThat;

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
 * The decisions, as folders. The name of the folder is the law. To write a new one, leave {@code plan.yaml} empty and paste
 * what the failure shows, once every line of it is agreed to be right.
 */
class ScenarioTest {
    private static final Set<String> FILES = Set.of("desired.yaml", "live.yaml", "plan.yaml");
    private static final String MAY_BE_THERE = "newer.yaml";

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> laws() throws IOException {
        List<Scenario> scenarios = Scenario.all();
        assertThat(scenarios).as("scenarios").isNotEmpty();
        return scenarios.stream().map(it -> DynamicTest.dynamicTest(it.name(), () -> holds(it)));
    }

    private void holds(Scenario scenario) throws IOException {
        assertThat(scenario.files())
                .as("every file of a scenario is read, and nothing else lies there")
                .filteredOn(it -> !it.equals(MAY_BE_THERE))
                .containsExactlyInAnyOrderElementsOf(FILES);
        assertThat(PlanText.of(scenario.plan(Files.createTempDirectory(temp, "environments"))))
                .isEqualTo(scenario.expected());
    }
}
