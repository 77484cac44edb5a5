package io.holdfast.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.estate.Mortality.Died;
import io.holdfast.model.Declared;
import io.holdfast.model.DriftReport;
import io.holdfast.sandbox.CallLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killing the process at any AWS call is safe. Each family of changes is run once undisturbed; then again for every call
 * of that run, dying there, and going on with a new process. Both must end in the same live state, with the same creates,
 * and then write nothing any more.
 */
class CrashTest {
    private static final String ENVIRONMENT = "whole";
    private static final Duration BETWEEN = Duration.ofSeconds(150);
    private static final int MOST_PASSES = 60;
    private static final int QUIET_PASSES = 5;

    /** What AWS picks at random where nobody declares it (AWS-SEMANTICS sections 5 and 6), so that it differs by the run. */
    private static final Set<String> CHOSEN_BY_AWS = Set.of(
            "snapshotWindow",
            "maintenanceWindow",
            "preferredBackupWindow",
            "preferredMaintenanceWindow",
            "availabilityZone");

    @TempDir
    Path temp;

    private final AtomicInteger estates = new AtomicInteger();

    @Test
    void creatingEverythingSurvivesACrashAtEveryCall() {
        campaign("create everything", estate -> {}, estate -> estate.declare("whole.yaml", Samples.WHOLE));
    }

    @Test
    void updatingEverythingSurvivesACrashAtEveryCall() {
        campaign("update everything", this::created, estate -> estate.declare("whole.yaml", Samples.WHOLE_UPDATED));
    }

    @Test
    void aRolloutSurvivesACrashAtEveryCall() {
        campaign(
                "rollout",
                this::created,
                estate -> estate.declare("whole.yaml", Samples.WHOLE.replace("backend:1.0", "backend:1.1")));
    }

    private void created(Estate estate) {
        estate.declare("whole.yaml", Samples.WHOLE);
        estate.converge(ENVIRONMENT, MOST_PASSES, BETWEEN);
    }

    private void campaign(String family, Consumer<Estate> given, Consumer<Estate> change) {
        Run undisturbed = run(given, change, Mortality.immortal());
        List<CrashPoint> points = CrashPoint.of(undisturbed.calls());
        List<String> failures = points.parallelStream()
                .map(it -> failure(it, run(given, change, it.mortality()), undisturbed))
                .flatMap(Optional::stream)
                .toList();
        System.out.printf(
                "crash points, %s: %d tried, %d converged (%d calls, %d of them writes)%n",
                family,
                points.size(),
                points.size() - failures.size(),
                undisturbed.calls().size(),
                undisturbed.calls().stream().filter(it -> !it.read()).count());
        assertThat(failures).as(family).isEmpty();
    }

    private static Optional<String> failure(CrashPoint point, Run disturbed, Run undisturbed) {
        return disturbed.sameAs(undisturbed)
                ? Optional.empty()
                : Optional.of(point + ":\n" + disturbed.against(undisturbed));
    }

    private Run run(Consumer<Estate> given, Consumer<Estate> change, Mortality mortality) {
        Estate estate = new Estate(folder());
        given.accept(estate);
        estate.sandbox().log().clear();
        change.accept(estate);
        List<CallLog.Entry> calls = firstLife(estate, mortality);
        estate.restartThrough(it -> it);
        estate.ledger().beforeEachWrite(attempted -> {});
        String trouble = goOn(estate);
        Map<String, Long> creates = creates(estate);
        long before = estate.sandbox().log().writes().size();
        for (int i = 0; i < QUIET_PASSES; i++) {
            estate.clock().advance(BETWEEN);
            estate.pass(ENVIRONMENT);
        }
        long restless = estate.sandbox().log().writes().size() - before;
        String live = live(estate.drift(ENVIRONMENT));
        estate.restart();
        return new Run(calls, trouble, live, creates, restless);
    }

    /** Passes of the process that may die, until it does or all is settled; answers its calls. */
    private static List<CallLog.Entry> firstLife(Estate estate, Mortality mortality) {
        estate.restartThrough(mortality::over);
        estate.ledger().beforeEachWrite(mortality::beforeLedgerWrite);
        List<CallLog.Entry> upToLastWrite = List.of();
        try {
            for (int i = 0; i < MOST_PASSES && !mortality.isDead(); i++) {
                long writes = estate.writes().size();
                boolean settled = Estate.isSettled(estate.pass(ENVIRONMENT));
                if (estate.writes().size() > writes) {
                    upToLastWrite = List.copyOf(estate.sandbox().log().entries());
                }
                if (settled) {
                    break;
                }
                estate.clock().advance(BETWEEN);
            }
        } catch (Died expected) {
            // That is what this life was for; the next process goes on.
        }
        return upToLastWrite;
    }

    private static String goOn(Estate estate) {
        try {
            estate.clock().advance(BETWEEN);
            estate.converge(ENVIRONMENT, MOST_PASSES, BETWEEN);
            return "";
        } catch (AssertionError stuck) {
            return String.valueOf(stuck.getMessage());
        }
    }

    /** What AWS shows of every field the kinds manage; ids and times of making differ between any two runs. */
    private static String live(DriftReport report) {
        return report.resources().stream()
                .map(it -> it.id() + " = "
                        + it.observed()
                                .present()
                                .map(found -> values(it.declared(), found.state()))
                                .orElse("not there"))
                .collect(Collectors.joining("\n"));
    }

    private static <S> String values(Declared<S> declared, Object state) {
        SortedMap<String, Object> values =
                declared.kind().fields().values(declared.kind().stateType().cast(state));
        values.keySet().removeAll(CHOSEN_BY_AWS);
        return values.toString();
    }

    private static Map<String, Long> creates(Estate estate) {
        Map<String, Long> creates = new TreeMap<>();
        estate.writes().stream()
                .filter(it ->
                        it.operation().startsWith("Create") || it.operation().startsWith("Register"))
                .filter(CrashTest::hadEffect)
                .forEach(it -> creates.merge(it.operation() + " " + it.resource(), 1L, Long::sum));
        return creates;
    }

    private static boolean hadEffect(CallLog.Entry entry) {
        return entry.outcome().equals("ok");
    }

    private Path folder() {
        try {
            return Files.createDirectory(temp.resolve("estate-" + estates.incrementAndGet()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * How a run ended.
     *
     * @param calls up to and including the last pass that wrote
     * @param trouble why it did not settle; empty if it did
     * @param live what AWS showed at the end
     * @param creates how often each thing was made
     * @param restless writes after it had settled
     */
    private record Run(
            List<CallLog.Entry> calls, String trouble, String live, Map<String, Long> creates, long restless) {
        boolean sameAs(Run other) {
            return trouble.isEmpty()
                    && live.equals(other.live)
                    && creates.equals(other.creates)
                    && restless == 0
                    && other.restless == 0;
        }

        String against(Run other) {
            return trouble
                    + (live.equals(other.live) ? "" : "\nlive " + live + "\nundisturbed " + other.live)
                    + (creates.equals(other.creates) ? "" : "\nmade " + creates + "\nundisturbed " + other.creates)
                    + (restless == 0 ? "" : "\nwrote " + restless + " times after it had settled");
        }
    }
}
