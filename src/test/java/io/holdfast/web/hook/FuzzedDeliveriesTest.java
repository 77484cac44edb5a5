package io.holdfast.web.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.sandbox.TestClock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Bodies nobody would send, rightly signed and not. The door answers each, and never with an exception. */
class FuzzedDeliveriesTest {
    private static final int BODIES = 4_000;
    private static final long SEED = 20_261_124;
    /** What is signed rightly is answered so; none of it carries an id, so that none was there before. */
    private static final Set<Outcome> ANSWERS = EnumSet.of(Outcome.FETCH, Outcome.IGNORED, Outcome.MALFORMED);

    private static final List<String> SEEDS = List.of(
            "{\"ref\":\"refs/heads/main\",\"repository\":{\"clone_url\":\"https://github.com/acme/estate.git\"}}",
            "{\"push\":{\"changes\":[{\"old\":null,\"new\":{\"type\":\"branch\",\"name\":\"main\"}}]}}",
            "{\"changes\":[{\"refId\":\"refs/heads/main\"}],\"repository\":{\"links\":{\"clone\":[{\"href\":\"ssh://a/b\"}]}}}",
            "{\"project\":{\"git_ssh_url\":\"git@github.com:acme/estate.git\"},\"ref\":\"refs/tags/v1\"}",
            "payload=%7B%22ref%22%3A%22main%22%7D&other=1",
            "");
    private static final List<String> PIECES = List.of(
            "null",
            "{}",
            "[]",
            "\"",
            "\\u0000",
            "\\uD800",
            "1e999999",
            "-",
            "[[[[",
            "}}",
            ",",
            ":",
            "NaN",
            "true",
            "\"repository\":",
            "\"links\":",
            "\"href\":\"http://[\"",
            "refs/",
            "%",
            "=",
            "\t",
            "/*",
            "://",
            "@",
            "\uFEFF");

    private final Random chance = new Random(SEED);

    private byte[] body() {
        StringBuilder text = new StringBuilder(SEEDS.get(chance.nextInt(SEEDS.size())));
        for (int i = chance.nextInt(6); i > 0; i--) {
            int at = chance.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + chance.nextInt(12));
            text.replace(at, end, PIECES.get(chance.nextInt(PIECES.size())));
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        for (int i = chance.nextInt(3); i > 0 && bytes.length > 0; i--) {
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
        }
        return bytes;
    }

    @Test
    void everyBodyIsAnswered() {
        // Given
        AtomicInteger looks = new AtomicInteger();
        Doorbell bell = new Doorbell(
                HookSecrets.of(List.of(Sender.SECRET)),
                Watched.branches("https://github.com/acme/estate", List.of("main")),
                looks::incrementAndGet,
                new TestClock());
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        long slowest = 0;

        // When
        for (int i = 0; i < BODIES; i++) {
            byte[] body = body();
            boolean isSigned = i % 4 != 0;
            Delivery delivery =
                    isSigned ? Sender.github(body) : Sender.delivery(body, "X-Hub-Signature-256", "sha256=");
            long start = System.nanoTime();
            Outcome outcome = bell.ring(delivery);
            slowest = Math.max(slowest, System.nanoTime() - start);

            // Then
            assertThat(outcome)
                    .as("seed %s, body %s: %s", SEED, i, new String(body, UTF_8))
                    .isIn(isSigned ? ANSWERS : Set.of(Outcome.UNPROVED));
            outcomes.merge(outcome, 1, Integer::sum);
        }
        assertThat(outcomes.get(Outcome.UNPROVED)).isEqualTo(BODIES / 4);
        assertThat(outcomes).containsKeys(Outcome.FETCH, Outcome.IGNORED, Outcome.MALFORMED);
        assertThat(looks).hasValue(outcomes.get(Outcome.FETCH));
        System.out.printf(
                "deliveries tried: %d, answered %s, slowest %d ms%n",
                BODIES, outcomes, TimeUnit.NANOSECONDS.toMillis(slowest));
    }
}
