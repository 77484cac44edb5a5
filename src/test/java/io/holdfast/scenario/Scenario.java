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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with a decision in it: {@code desired.yaml} and {@code live.yaml} go in, {@code plan.yaml} must come out. Where
 * there is a {@code newer.yaml}, that is the latest revision, and it does not load.
 */
record Scenario(Path folder) {
    private static final Path ALL = Path.of("src/test/resources/scenarios");
    private static final String ENVIRONMENT = "test";

    static List<Scenario> all() throws IOException {
        return entries(ALL).stream().map(Scenario::new).toList();
    }

    static Scenario named(String name) {
        return new Scenario(ALL.resolve(name));
    }

    String name() {
        return folder.getFileName().toString();
    }

    List<String> files() throws IOException {
        return entries(folder).stream().map(it -> it.getFileName().toString()).toList();
    }

    String expected() throws IOException {
        return Files.readString(folder.resolve("plan.yaml"));
    }

    /**
     * What is decided.
     *
     * @param scratch an empty folder
     */
    Plan plan(Path scratch) {
        try {
            DesiredState desired = desired(scratch);
            LiveFile live = LiveFile.read(folder.resolve("live.yaml"), desired);
            DriftReport report = DriftDetector.detect(desired, live.state(), live.memory(), live.now());
            Plan seen = Planner.plan(new Situation(report, live.account(), Standing.none(), live.now()));
            return Planner.plan(new Situation(report, live.account(), live.standing(seen), live.now()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private DesiredState desired(Path scratch) throws IOException {
        LastGood lastGood = LastGood.inMemory();
        Path file = scratch.resolve(ENVIRONMENT + ".yaml");
        Files.copy(folder.resolve("desired.yaml"), file);
        EnvironmentLoad load = load(scratch, lastGood);
        assertThat(load.lines()).as("findings in desired.yaml").isEmpty();
        if (Files.exists(folder.resolve("newer.yaml"))) {
            Files.writeString(file, Files.readString(folder.resolve("newer.yaml")));
            load = load(scratch, lastGood);
            assertThat(load.lines()).as("findings in newer.yaml").isNotEmpty();
        }
        return load.inForce().orElseThrow();
    }

    private static EnvironmentLoad load(Path scratch, LastGood lastGood) {
        return new DesiredSource(scratch, Kinds.all(), lastGood)
                .load()
                .of(ENVIRONMENT)
                .orElseThrow();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
