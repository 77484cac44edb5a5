package io.holdfast.never;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
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
        // When
        Map<String, Long> judged = LongStream.range(FIRST_SEED, FIRST_SEED + STORIES)
                .parallel()
                .mapToObj(NeverTest::judgedInStory)
                .flatMap(it -> it.entrySet().stream())
                .collect(groupingBy(Map.Entry::getKey, TreeMap::new, summingLong(Map.Entry::getValue)));

        // Then
        System.out.printf(
                "never: %d stories of %d events, seeds %d to %d; judged: %s%n",
                STORIES, EVENTS, FIRST_SEED, FIRST_SEED + STORIES - 1, judged);
        assertThat(judged)
                .as("a judge who sees nothing of a kind has judged nothing")
                .containsOnlyKeys("adopt", "create", "delete", "in sync", "undone", "underway", "update")
                .doesNotContainValue(0L);
    }

    private static Map<String, Long> judgedInStory(long seed) {
        Story story = new Story(new SplittableRandom(seed));
        try {
            story.live(EVENTS);
        } catch (AssertionError complaint) {
            throw new AssertionError(
                    complaint.getMessage() + " (replay: -Dholdfast.never.stories=1 -Dholdfast.never.seed=" + seed + ")",
                    complaint);
        }
        return story.witness().judged();
    }
}
