package io.holdfast.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.model.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LoaderTest {
    private static final Duration FOR_EVER = Duration.ofMinutes(10);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<String>> calls = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @RepeatedTest(20)
    void passesThatLookTogetherShareTheirCalls() throws Exception {
        // Given
        Gathering gathering = new Gathering(FOR_EVER);
        Loader<String, Integer> loader = lengths(gathering, 10);
        List<Callable<Map<String, Answer<Integer>>>> passes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Gathering.Look look = gathering.enter();
            List<String> keys = List.of("service-" + i, "shared");
            passes.add(() -> {
                try (look) {
                    return loader.load(keys);
                }
            });
        }
        // When
        List<Map<String, Answer<Integer>>> answers = all(passes);
        // Then
        assertThat(calls).hasSize(3).allSatisfy(call -> assertThat(call).hasSizeLessThanOrEqualTo(10));
        assertThat(calls.stream().flatMap(Collection::stream)).hasSize(21).doesNotHaveDuplicates();
        assertThat(answers)
                .allSatisfy(it -> assertThat(it)
                        .hasSize(2)
                        .containsEntry("shared", Answer.found(6))
                        .doesNotContainValue(Answer.notFound()));
    }

    @RepeatedTest(20)
    void loadersGatherWhilePassesWaitForDifferentOnes() throws Exception {
        // Given
        Gathering gathering = new Gathering(FOR_EVER);
        Loader<String, Integer> services = lengths(gathering, 10);
        Loader<String, Integer> databases = lengths(gathering, 10);
        List<Callable<Map<String, Answer<Integer>>>> passes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Gathering.Look look = gathering.enter();
            List<String> keys = List.of("key-" + i);
            boolean databasesFirst = i % 2 == 0;
            passes.add(() -> {
                try (look) {
                    (databasesFirst ? databases : services).load(keys);
                    return (databasesFirst ? services : databases).load(keys);
                }
            });
        }
        // When
        all(passes);
        // Then
        assertThat(calls).hasSize(4).allSatisfy(call -> assertThat(call).hasSize(3));
    }

    @Test
    void aPassThatLooksAloneWaitsForNobody() {
        // Given
        Gathering gathering = new Gathering(FOR_EVER);
        Loader<String, Integer> loader = lengths(gathering, 10);
        // When
        Answer<Integer> unannounced = loader.load("abc");
        Answer<Integer> announced;
        try (var look = gathering.enter()) {
            assertThat(look).isNotNull();
            announced = loader.load("abc");
        }
        // Then
        assertThat(List.of(unannounced, announced)).containsOnly(Answer.found(3));
        assertThat(calls).hasSize(2);
    }

    @Test
    void aPassThatStopsLookingHoldsNobodyUp() throws Exception {
        // Given
        Gathering gathering = new Gathering(FOR_EVER);
        Loader<String, Integer> loader = lengths(gathering, 10);
        Gathering.Look idle = gathering.enter();
        Gathering.Look busy = gathering.enter();
        Future<Answer<Integer>> answer = threads.submit(() -> {
            try (busy) {
                return loader.load("abc");
            }
        });
        // When
        idle.close();
        // Then
        assertThat(answer.get()).isEqualTo(Answer.found(3));
    }

    @Test
    void aBusyPassHoldsTheOthersUpForOneWindowAtMost() {
        // Given
        Gathering gathering = new Gathering(Duration.ofMillis(1));
        Loader<String, Integer> loader = lengths(gathering, 10);
        try (var busy = gathering.enter();
                var waiting = gathering.enter()) {
            assertThat(List.of(busy, waiting)).hasSize(2);
            // When
            Answer<Integer> answer = loader.load("abc");
            // Then
            assertThat(answer).isEqualTo(Answer.found(3));
        }
    }

    @Test
    void aSlowCallDoesNotHoldUpOtherLoaders() throws Exception {
        // Given
        Gathering gathering = new Gathering(Duration.ofMillis(1));
        CountDownLatch release = new CountDownLatch(1);
        Loader<String, Integer> slow = new Loader<>(gathering, "rds:Ask", Batches.of(10), keys -> {
            await(release);
            return Map.of();
        });
        Loader<String, Integer> quick = lengths(gathering, 10);
        Gathering.Look one = gathering.enter();
        Gathering.Look other = gathering.enter();
        Future<Answer<Integer>> stuck = threads.submit(() -> {
            try (one) {
                return slow.load("abc");
            }
        });
        // When
        Answer<Integer> answer = quick.load("abc");
        other.close();
        // Then
        assertThat(answer).isEqualTo(Answer.found(3));
        assertThat(stuck).isNotDone();
        release.countDown();
        assertThat(stuck.get()).isEqualTo(Answer.notFound());
    }

    @Test
    void aKeyTheAnswerLeavesOutIsNotFound() {
        // Given
        Loader<String, Integer> loader =
                new Loader<>(new Gathering(FOR_EVER), "ecs:Ask", Batches.of(10), keys -> Map.of("a", Answer.found(1)));
        // When
        Map<String, Answer<Integer>> answers = loader.load(List.of("a", "b"));
        // Then
        assertThat(answers).isEqualTo(Map.of("a", Answer.found(1), "b", Answer.notFound()));
    }

    @Test
    void aFailingCallMakesOnlyItsOwnKeysFaults() {
        // Given
        Fault throttled = new Fault(Fault.Kind.THROTTLED, "ecs:Ask", "Throttling", "slow down");
        Loader<String, Integer> loader = failing("c", throttled);
        // When
        Map<String, Answer<Integer>> answers = loader.load(List.of("a", "b", "c", "d", "e"));
        // Then
        assertThat(answers)
                .isEqualTo(Map.of(
                        "a", Answer.found(1),
                        "b", Answer.found(1),
                        "c", Answer.failed(throttled),
                        "d", Answer.failed(throttled),
                        "e", Answer.found(1)));
    }

    @Test
    void aWrongNameSpoilsNobodyElsesAnswer() {
        // Given
        Fault invalid = new Fault(Fault.Kind.INVALID, "ecs:Ask", "InvalidParameterException", "bad name");
        Loader<String, Integer> loader = failing("c", invalid);
        // When
        Map<String, Answer<Integer>> answers = loader.load(List.of("c", "d"));
        // Then
        assertThat(answers).isEqualTo(Map.of("c", Answer.failed(invalid), "d", Answer.found(1)));
        assertThat(calls).containsExactly(List.of("c", "d"), List.of("c"), List.of("d"));
    }

    @Test
    void aMissingNameIsNotFoundAndSpoilsNobodyElsesAnswer() {
        // Given
        Fault missing = new Fault(Fault.Kind.NOT_FOUND, "ecs:Ask", "RepositoryNotFoundException", "which?");
        Loader<String, Integer> loader = failing("c", missing);
        // When
        Map<String, Answer<Integer>> answers = loader.load(List.of("c", "d"));
        // Then
        assertThat(answers).isEqualTo(Map.of("c", Answer.notFound(), "d", Answer.found(1)));
    }

    @Test
    void nothingIsRememberedBetweenRounds() {
        // Given
        Loader<String, Integer> loader = lengths(new Gathering(FOR_EVER), 10);
        loader.load("abc");
        // When
        loader.load("abc");
        // Then
        assertThat(calls).hasSize(2);
    }

    @Test
    void askingNothingCostsNothing() {
        // Given
        Loader<String, Integer> loader = lengths(new Gathering(FOR_EVER), 10);
        // When
        Map<String, Answer<Integer>> answers = loader.load(List.of());
        // Then
        assertThat(answers).isEmpty();
        assertThat(calls).isEmpty();
    }

    @Test
    void aBugInACallReachesEverybodyWhoWaits() throws Exception {
        // Given
        Gathering gathering = new Gathering(FOR_EVER);
        Loader<String, Integer> loader = new Loader<>(gathering, "ecs:Ask", Batches.of(10), keys -> {
            throw new IllegalStateException("bug");
        });
        Gathering.Look one = gathering.enter();
        Gathering.Look other = gathering.enter();
        Future<?> follower = threads.submit(() -> {
            try (one) {
                return loader.load("a");
            }
        });
        // When
        assertThatThrownBy(() -> {
                    try (other) {
                        loader.load("b");
                    }
                })
                .isInstanceOf(IllegalStateException.class);
        // Then
        assertThatThrownBy(follower::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private Loader<String, Integer> lengths(Gathering gathering, int size) {
        return new Loader<>(gathering, "ecs:Ask", Batches.of(size), keys -> {
            calls.add(keys);
            Map<String, Answer<Integer>> answers = new HashMap<>();
            keys.forEach(key -> answers.put(key, Answer.found(key.length())));
            return answers;
        });
    }

    /** Two keys a call; a call that asks for this key fails. */
    private Loader<String, Integer> failing(String bad, Fault fault) {
        return new Loader<>(new Gathering(FOR_EVER), "ecs:Ask", Batches.of(2), keys -> {
            calls.add(keys);
            if (keys.contains(bad)) {
                throw new AwsFailure(fault);
            }
            Map<String, Answer<Integer>> answers = new HashMap<>();
            keys.forEach(key -> answers.put(key, Answer.found(key.length())));
            return answers;
        });
    }

    private <T> List<T> all(List<Callable<T>> tasks) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : threads.invokeAll(tasks)) {
            results.add(future.get());
        }
        return results;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
