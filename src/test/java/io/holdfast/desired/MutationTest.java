package io.holdfast.desired;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.random.Mutation;
import io.holdfast.desired.random.Remains;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A slip in a good file is told, with its line, or everything that stands in the file is in force: what was understood,
 * written down again, says neither more nor less than the file does to another reader of YAML. Nothing is ever dropped.
 */
class MutationTest {
    private static final int CASES = Integer.getInteger("cases", 2_400);
    private static final List<Mutation> MUTATIONS = List.of(Mutation.values());
    private static final int RANDOM_FILES = 25;

    /** What one slip led to. */
    private enum Ending {
        TOLD,
        UNDERSTOOD,
        INSIGNIFICANT
    }

    @Test
    void aSlipIsToldOrUnderstoodAndNeverDropped() {
        long seed = Long.getLong("seed", 1);
        Random random = new Random(seed);
        List<String> files = files(random);
        Map<Mutation, Map<Ending, Integer>> endings = new EnumMap<>(Mutation.class);
        for (int run = 0; run < CASES; run++) {
            // Given
            String file = files.get(run % files.size());
            Mutation mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));

            // When
            String spoiled = asStored(mutation.of(file, random));
            Reading reading = Loading.of("staging", spoiled);

            // Then
            Ending ending = ending(file, spoiled, reading, "seed %d, run %d, %s".formatted(seed, run, mutation));
            endings.computeIfAbsent(mutation, it -> new EnumMap<>(Ending.class)).merge(ending, 1, Integer::sum);
        }
        System.out.printf("mutations: %d over %d files, seed %d: %s%n", CASES, files.size(), seed, endings);
        assertThat(endings).hasSameSizeAs(MUTATIONS);
    }

    private static Ending ending(String file, String spoiled, Reading reading, String which) {
        if (!reading.findings().isEmpty()) {
            long lines = spoiled.lines().count() + 1;
            assertThat(reading.findings())
                    .as(which)
                    .allSatisfy(it -> assertThat(it.at().line()).isBetween(1, (int) lines));
            assertThat(reading.findings())
                    .as(which)
                    .extracting(Finding::message)
                    .noneMatch(it -> it.contains("Exception") || it.contains("Holdfast failed"));
            assertThat(reading.desired()).as(which).isEmpty();
            return Ending.TOLD;
        }
        String understood = Loading.WRITER.write(reading.desired().orElseThrow());
        assertThat(Remains.of(spoiled, understood)).as(which + "\n" + spoiled).isEmpty();
        return understood.equals(Loading.WRITER.write(
                        Loading.of("staging", file).desired().orElseThrow()))
                ? Ending.INSIGNIFICANT
                : Ending.UNDERSTOOD;
    }

    /** Half of a character cannot be stored. */
    private static String asStored(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }

    /** Files by hand and by chance. */
    private static List<String> files(Random random) {
        List<String> files = new ArrayList<>();
        Load load = new DesiredSource(Path.of("environments"), Kinds.all(), LastGood.inMemory()).load();
        load.environments()
                .values()
                .forEach(it -> files.add(Loading.WRITER
                        .write(it.inForce().orElseThrow())
                        .replaceFirst("name: production", "name: staging")));
        while (files.size() < RANDOM_FILES) {
            Judge.goodEnvironment(random)
                    .flatMap(it -> Loading.of("staging", it).desired())
                    .map(Loading.WRITER::write)
                    .ifPresent(files::add);
        }
        return files;
    }
}
