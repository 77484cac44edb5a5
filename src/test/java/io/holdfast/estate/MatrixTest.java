package io.holdfast.estate;

import static io.holdfast.estate.Wish.ENVIRONMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.model.Cause;
import io.holdfast.model.Change;
import io.holdfast.model.Mode;
import io.holdfast.model.Plan;
import io.holdfast.model.Ruling;
import io.holdfast.model.Stray;
import io.holdfast.model.Sync;
import io.holdfast.model.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every mode, for every kind, whatever the cause of its drift. In each cell the cause is named as it is, and stays what it
 * is for as long as nobody moves; what may only be observed or proposed is not written, pass after pass; and what is enforced, or approved where it is proposed, is done, but
 * that what holds data goes only when a person names it.
 */
class MatrixTest {
    private static final Duration BETWEEN = Duration.ofMinutes(4);
    private static final int MOST_PASSES = 40;
    private static final String LIMITS =
            "\nprune: {enabled: true, grace: 1m}\nlimits: {changesPerPass: 30, deletes: 30, deletePercent: 100}";

    /** One resource of each kind. */
    private static final Map<String, String> ONE_OF_EACH = new TreeMap<>(Map.of(
            "cluster", "whole/cluster/main",
            "task-definition", "whole/task-definition/backend",
            "service", "whole/service/backend",
            "scaling", "whole/scaling/backend",
            "scaling-step", "whole/scaling-step/backend.up",
            "scaling-tracking", "whole/scaling-tracking/backend.memory",
            "schedule", "whole/schedule/backend.morning",
            "database", "whole/database/main",
            "cache", "whole/cache/main"));

    private static final Set<String> DATA = Set.of("database", "cache");

    @TempDir
    Path temp;

    @Test
    void noKindIsForgotten() {
        assertThat(Kinds.all())
                .extracting(it -> it.name().segment())
                .containsExactlyInAnyOrderElementsOf(ONE_OF_EACH.keySet());
    }

    @TestFactory
    Stream<DynamicTest> modesAndKindsAndCauses() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(Cause.values()).map(cause -> new Column(mode, cause)))
                .toList()
                .parallelStream()
                .map(this::cells)
                .toList()
                .stream()
                .flatMap(List::stream);
    }

    /** What all kinds go through in one story. */
    private record Column(Mode mode, Cause cause) {
        @Override
        public String toString() {
            return mode + " " + cause.word();
        }
    }

    /**
     * How one resource fared.
     *
     * @param before what was found
     * @param unasked what was found, look by look, when Holdfast had done what it does without asking
     * @param after what was found in the end, when a person had said yes to all that waited for one
     */
    private record Fate(Found before, List<Found> unasked, Found after) {}

    /**
     * What a look makes of a resource.
     *
     * @param cause why it differs; empty if it does not, or is neither declared nor there
     * @param byMode what the guardrail of modes said of each of its changes
     * @param verdicts what all of them together said
     */
    private record Found(Optional<Cause> cause, List<Verdict> byMode, List<Verdict> verdicts) {
        static Found in(Plan plan, String id) {
            List<Change> changes = plan.changes().stream()
                    .filter(it -> it.id().toString().equals(id))
                    .toList();
            return new Found(
                    cause(plan, id),
                    changes.stream()
                            .flatMap(it -> it.rulings().stream())
                            .filter(it -> it.guardrail().equals("Mode"))
                            .map(Ruling::verdict)
                            .toList(),
                    changes.stream().map(Change::verdict).toList());
        }

        private static Optional<Cause> cause(Plan plan, String id) {
            boolean isStray = plan.report().strays().stream()
                    .map(Stray::id)
                    .anyMatch(it -> it.toString().equals(id));
            return isStray
                    ? Optional.of(Cause.STRAY)
                    : plan.report().resources().stream()
                            .filter(it -> it.id().toString().equals(id) && it.sync() == Sync.OUT_OF_SYNC)
                            .findFirst()
                            .flatMap(it -> it.cause());
        }
    }

    private List<DynamicTest> cells(Column column) {
        Map<String, Fate> fates = fates(column);
        return ONE_OF_EACH.entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(
                        column + " " + it.getKey(), () -> judge(column, it.getKey(), fates.get(it.getValue()))))
                .toList();
    }

    private static void judge(Column column, String kind, Fate fate) {
        boolean isRemembered = column.cause() == Cause.STRAY && kind.equals("task-definition");
        assertThat(fate.before().cause()).isEqualTo(isRemembered ? Optional.empty() : Optional.of(column.cause()));
        if (isRemembered) {
            assertThat(fate.before().verdicts())
                    .as("a revision costs nothing where it is")
                    .isEmpty();
            return;
        }
        assertThat(fate.before().byMode())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.word())
                        .isEqualTo(
                                switch (column.mode()) {
                                    case OBSERVE -> "Hold";
                                    case PROPOSE -> "NeedsApproval";
                                    case ENFORCE -> "Proceed";
                                }));
        boolean waits = column.mode() != Mode.ENFORCE || (column.cause() == Cause.STRAY && DATA.contains(kind));
        Optional<Cause> cause = Optional.of(column.cause());
        assertThat(fate.unasked())
                .hasSizeGreaterThanOrEqualTo(2)
                .extracting(Found::cause)
                .as("why it differs while nobody has said yes")
                .containsOnly(waits ? cause : Optional.empty());
        assertThat(fate.after().cause())
                .as("why it differs in the end")
                .isEqualTo(column.mode() == Mode.OBSERVE ? cause : Optional.empty());
    }

    private Map<String, Fate> fates(Column column) {
        Estate estate = new Estate(folder());
        Wish wish = begin(estate, column.cause());
        estate.declare(
                "whole.yaml", wish.under("mode: " + column.mode() + LIMITS).yaml());
        if (column.cause() == Cause.STRAY) {
            estate.passes(ENVIRONMENT, 1, Duration.ofSeconds(1));
        }
        Plan before = estate.plan(ENVIRONMENT);
        int writes = estate.writes().size();
        passUntilQuiet(estate, column.mode());
        List<Plan> unasked = looks(estate);
        if (column.mode() != Mode.ENFORCE) {
            assertThat(estate.writes()).as("writes without a yes").hasSize(writes);
        }
        for (int i = 0; i < MOST_PASSES && column.mode() != Mode.OBSERVE && isAnythingLeft(estate); i++) {
            sayYes(estate);
            estate.passes(ENVIRONMENT, 1, BETWEEN);
        }
        Plan after = estate.plan(ENVIRONMENT);
        estate.restart();
        Map<String, Fate> fates = new TreeMap<>();
        ONE_OF_EACH
                .values()
                .forEach(it -> fates.put(it, new Fate(Found.in(before, it), found(unasked, it), Found.in(after, it))));
        return fates;
    }

    private static List<Found> found(List<Plan> plans, String id) {
        return plans.stream().map(it -> Found.in(it, id)).toList();
    }

    private static void passUntilQuiet(Estate estate, Mode mode) {
        estate.passes(ENVIRONMENT, mode == Mode.ENFORCE ? MOST_PASSES : 1, BETWEEN);
    }

    /** What two passes make of what no longer moves, the second in a new process. */
    private static List<Plan> looks(Estate estate) {
        Plan first = estate.passes(ENVIRONMENT, 1, BETWEEN).plan().orElseThrow();
        estate.restart();
        return List.of(first, estate.passes(ENVIRONMENT, 1, BETWEEN).plan().orElseThrow());
    }

    private static boolean isAnythingLeft(Estate estate) {
        return !Estate.isSettled(estate.pass(ENVIRONMENT))
                || !estate.plan(ENVIRONMENT).report().strays().isEmpty();
    }

    /** A person agrees to all that waits for one, naming each. */
    private static void sayYes(Estate estate) {
        String[] waiting = estate.plan(ENVIRONMENT).changes().stream()
                .filter(it -> it.verdict() instanceof Verdict.NeedsApproval)
                .map(it -> it.id().toString())
                .toArray(String[]::new);
        if (waiting.length > 0) {
            estate.approve(ENVIRONMENT, "alice", waiting);
        }
    }

    /** Brings about what makes for such a cause, and answers what is wished then. */
    private Wish begin(Estate estate, Cause cause) {
        if (cause == Cause.MISSING) {
            return version(1);
        }
        converge(estate, version(1));
        if (cause == Cause.LIVE_DRIFT || cause == Cause.CONFLICT) {
            Estate hand = estate.rival(folder());
            converge(hand, version(2));
            hand.restart();
        }
        if (cause == Cause.FIRST_OBSERVATION) {
            estate.loseLedger();
        }
        return switch (cause) {
            case LIVE_DRIFT -> version(1);
            case CONFLICT -> version(3);
            case STRAY -> version(1).withoutMain();
            case PENDING_CHANGE, FIRST_OBSERVATION, MISSING -> version(2);
        };
    }

    private static void converge(Estate estate, Wish wish) {
        estate.declare("whole.yaml", wish.under("mode: enforce" + LIMITS).yaml());
        estate.converge(ENVIRONMENT, MOST_PASSES, BETWEEN);
    }

    /** One of everything; any two versions differ in every resource. */
    private static Wish version(int number) {
        return Wish.all()
                .with(
                        "clusters.main",
                        "name: whole\ncontainerInsights: " + pick(number, "enabled", "disabled", "enhanced"))
                .with(
                        "services.backend",
                        "minimumHealthyPercent: 100",
                        "minimumHealthyPercent: " + pick(number, "100", "50", "75"))
                .with("services.backend", "backend:1", "backend:" + number)
                .with("services.backend", "max: 6\n", "max: " + pick(number, "6", "8", "9") + "\n")
                .with("services.backend", "threshold: 70", "threshold: " + pick(number, "70", "75", "80"))
                .with("services.backend", "targetValue: 60", "targetValue: " + pick(number, "60", "55", "50"))
                .with("services.backend", ", min: 2, max: 6}", ", min: 2}")
                .with("services.backend", "cron(0 7", "cron(" + pick(number, "0", "15", "30") + " 7")
                .with(
                        "databases.main",
                        "backupRetentionPeriod: 7",
                        "backupRetentionPeriod: " + pick(number, "7", "9", "11"))
                .with("caches.main", "description: whole", "description: whole " + number);
    }

    private static String pick(int number, String... values) {
        return values[number - 1];
    }

    private Path folder() {
        try {
            return Files.createTempDirectory(temp, "estate");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
