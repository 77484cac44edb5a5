package io.holdfast.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.policy.PolicyWriter;
import io.holdfast.desired.random.Components;
import io.holdfast.desired.random.Remains;
import io.holdfast.desired.random.Strangers;
import io.holdfast.model.DesiredState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * For any environment that loads: all of it is in force, what is written of it asks for the same, and written again it is
 * the same text. And for any place in it: what nobody knows is told.
 */
class RoundTripTest {
    private static final int ENVIRONMENTS = Integer.getInteger("cases", 150);
    private static final long SEED = Long.getLong("seed", 1);

    private static final List<String> GOOD = new ArrayList<>();

    @BeforeAll
    static void environmentsByChance() {
        Random random = new Random(SEED);
        for (int run = 0; run < ENVIRONMENTS; run++) {
            Judge.goodEnvironment(random).ifPresent(GOOD::add);
        }
        assertThat(GOOD).hasSizeGreaterThan(ENVIRONMENTS * 2 / 3);
    }

    @Test
    void anyEnvironmentIsTheSameWhenWrittenAndRead() {
        Components components = new Components();
        components.expect(Judge.POLICY);
        components.expect(Header.Spec.class);
        Kinds.all().forEach(it -> components.expect(it.stateType()));
        int resources = 0;
        for (int run = 0; run < GOOD.size(); run++) {
            // Given
            DesiredState desired =
                    Loading.of("staging", GOOD.get(run)).desired().orElseThrow();
            desired.resources().forEach(it -> components.meet(it.state()));
            components.meet(PolicyWriter.keys(desired.policy()));
            components.meet(Header.of(desired).spec());
            resources += desired.resources().size();

            // When
            String text = Loading.WRITER.write(desired);
            Reading again = Loading.of("staging", text);

            // Then
            assertThat(again.findings())
                    .as("seed %d, run %d%n%s", SEED, run, text)
                    .isEmpty();
            DesiredState same = again.desired().orElseThrow();
            assertThat(Loading.meaning(same)).as("seed %d, run %d", SEED, run).isEqualTo(Loading.meaning(desired));
            assertThat(Loading.WRITER.write(same))
                    .as("seed %d, run %d", SEED, run)
                    .isEqualTo(text);
            assertThat(Remains.of(GOOD.get(run), text))
                    .as("seed %d, run %d", SEED, run)
                    .isEmpty();
        }
        System.out.printf(
                "round trips: %d environments of %d resources; all of %d components but %s; seed %d%n",
                GOOD.size(), resources, components.size(), components.missed(), SEED);
        assertThat(components.missed())
                .as("what the generator does not reach is not proven")
                .isEmpty();
    }

    @Test
    void aKeyThatNobodyKnowsIsToldInEverySortOfPlace() {
        // Given
        Strangers strangers = new Strangers();
        List<String> told = new ArrayList<>();
        List<String> dropped = new ArrayList<>();

        // When
        GOOD.forEach(json -> strangers.in(json, (place, spoiled) -> {
            Reading reading = Loading.of("staging", spoiled);
            List<Finding> about = reading.findings().stream()
                    .filter(it -> it.path().contains(Strangers.KEY))
                    .toList();
            boolean isInForce = reading.desired()
                    .map(Loading.WRITER::write)
                    .filter(it -> it.contains(Strangers.KEY))
                    .isPresent();
            if (about.stream()
                    .anyMatch(it -> it.code() == Code.SCHEMA_UNKNOWN
                            && it.at().column() == 1 + spoiled.indexOf('"' + Strangers.KEY + '"'))) {
                told.add(place);
            } else if (about.isEmpty() && !isInForce) {
                dropped.add(place);
            }
        }));

        // Then
        System.out.printf("strangers: %d sorts of places, %d told as unknown%n", strangers.sorts(), told.size());
        assertThat(dropped).isEmpty();
        assertThat(told).hasSizeGreaterThan(100);
    }
}
