package io.holdfast.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.desired.policy.PolicyWriter;
import io.holdfast.desired.random.Components;
import io.holdfast.model.DesiredState;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** For any environment that loads: what is written of it asks for the same, and written again it is the same text. */
class RoundTripTest {
    private static final int ENVIRONMENTS = Integer.getInteger("cases", 150);

    /** Below this the generator no longer reaches what it is there for. */
    private static final double LEAST_SHARE = 0.9;

    @Test
    void anyEnvironmentIsTheSameWhenWrittenAndRead() {
        long seed = Long.getLong("seed", 1);
        Random random = new Random(seed);
        Components components = new Components();
        components.expect(Judge.POLICY);
        Kinds.all().forEach(it -> components.expect(it.stateType()));
        int given = 0;
        int resources = 0;
        for (int run = 0; run < ENVIRONMENTS; run++) {
            // Given
            Optional<String> json = Judge.goodEnvironment(random);
            if (json.isEmpty()) {
                continue;
            }
            DesiredState desired = Loading.of("staging", json.get()).desired().orElseThrow();
            desired.resources().forEach(it -> components.meet(it.state()));
            components.meet(PolicyWriter.keys(desired.policy()));
            given++;
            resources += desired.resources().size();

            // When
            String text = Loading.WRITER.write(desired);
            Reading again = Loading.of("staging", text);

            // Then
            assertThat(again.findings())
                    .as("seed %d, run %d%n%s", seed, run, text)
                    .isEmpty();
            DesiredState same = again.desired().orElseThrow();
            assertThat(Loading.meaning(same)).as("seed %d, run %d", seed, run).isEqualTo(Loading.meaning(desired));
            assertThat(Loading.WRITER.write(same))
                    .as("seed %d, run %d", seed, run)
                    .isEqualTo(text);
        }
        System.out.printf(
                "round trips: %d environments of %d resources; written %.1f %% of %d components, never %s; seed %d%n",
                given, resources, 100 * components.share(), components.size(), components.missed(), seed);
        assertThat(given).isGreaterThan(ENVIRONMENTS * 2 / 3);
        assertThat(components.share()).isGreaterThan(LEAST_SHARE);
    }
}
