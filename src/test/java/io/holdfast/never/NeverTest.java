package io.holdfast.never;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Change.Action;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NeverTest {
    /** Held here, because a logger nobody holds forgets its level: a million lines of news are no news. */
    private static final Logger NEWS = Logger.getLogger("io.holdfast");

    private static final long STORIES = Long.getLong("holdfast.never.stories", 1_000);
    private static final long FIRST_SEED = Long.getLong("holdfast.never.seed", 1);
    private static final int EVENTS = 60;

    @BeforeEach
    void hush() {
        NEWS.setLevel(Level.OFF);
    }

    @AfterEach
    void speak() {
        NEWS.setLevel(null);
    }

    @Test
    void noSequenceOfEventsLeadsToAnythingThatMustNeverBe() {
        // Given
        Map<Action, Long> writes = new EnumMap<>(Action.class);

        // When
        for (long seed = FIRST_SEED; seed < FIRST_SEED + STORIES; seed++) {
            Story story = new Story(new SplittableRandom(seed));
            try {
                story.live(EVENTS);
            } catch (AssertionError complaint) {
                throw new AssertionError(
                        complaint.getMessage() + " (replay: -Dholdfast.never.stories=1 -Dholdfast.never.seed=" + seed
                                + ")",
                        complaint);
            }
            story.witness().writes().forEach((action, count) -> writes.merge(action, count, Long::sum));
        }

        // Then
        System.out.printf(
                "never: %d stories of %d events, seeds %d to %d; writes judged: %s%n",
                STORIES, EVENTS, FIRST_SEED, FIRST_SEED + STORIES - 1, writes);
        assertThat(writes)
                .as("a judge who sees no write has judged nothing")
                .containsKeys(Action.CREATE, Action.UPDATE, Action.ADOPT, Action.DELETE);
    }
}
