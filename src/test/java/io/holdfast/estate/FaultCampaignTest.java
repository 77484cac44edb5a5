package io.holdfast.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.sandbox.CallLog;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Rule;
import io.holdfast.sandbox.fault.Selector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever becomes of a call, Holdfast recovers. Each family of changes is run once undisturbed; then again with
 * every fault striking each of that run's reads, or each of its writes. Each must settle as declared, with nothing made
 * twice, nothing deleted, and then write nothing any more.
 */
class FaultCampaignTest {
    private static final String ENVIRONMENT = "whole";
    private static final Duration BETWEEN = Duration.ofSeconds(150);
    private static final int MOST_PASSES = 60;

    @TempDir
    Path temp;

    private final AtomicInteger estates = new AtomicInteger();

    @Test
    void creatingEverythingSurvivesEachFault() {
        campaign("create everything", Trouble.all(), estate -> {}, Samples.WHOLE);
    }

    @Test
    void aRolloutSurvivesEachFault() {
        List<Trouble> troubles =
                Trouble.all().stream().filter(it -> !it.needsCreates()).toList();

        campaign("rollout", troubles, this::created, Samples.SERVICE.replace("backend:1.0", "backend:1.1"));
    }

    /** One bucket for all writes of a service, as AWS keeps them, with less in it than one pass asks for. */
    @Test
    void anAccountThatIsThrottledComesToTheSameMoreSlowly() {
        // Given
        Estate quiet = begun(estate -> {}, Samples.WHOLE);
        String settled = settled(quiet);
        Set<Target> targets = targets(quiet);
        Ending undisturbed = Ending.of(quiet, ENVIRONMENT, settled, BETWEEN);
        Estate throttled = begun(estate -> {}, Samples.WHOLE);
        Fault bucket = Fault.throttle(1, 0.01);
        List<Rule> rules = targets.stream()
                .filter(it -> !it.read())
                .map(it -> throttled.sandbox().faults().inject(bucket, it.api(), Selector.always()))
                .toList();

        // When
        Ending ending = ending(throttled);

        // Then
        assertThat(rules).anyMatch(it -> it.fired() > 0);
        assertThat(ending.against(undisturbed)).isEmpty();
    }

    /** The cluster is changed behind Holdfast's back just before each write, which meets it in a state nobody planned for. */
    @Test
    void whatSomebodyElseDoesBetweenTheLookAndTheCallIsPutRight() {
        Consumer<Estate> given = this::created;
        String wish = Samples.SERVICE
                .replace("backend:1.0", "backend:1.1")
                .replace("minimumHealthyPercent: 100", "minimumHealthyPercent: 50")
                .replace("capacityProviders: [FARGATE, FARGATE_SPOT]", "capacityProviders: [FARGATE]");
        Estate quiet = begun(given, wish);
        String settled = settled(quiet);
        Set<Target> targets = targets(quiet);
        Ending undisturbed = Ending.of(quiet, ENVIRONMENT, settled, BETWEEN);

        List<Outcome> outcomes = targets.stream().filter(it -> !it.read()).toList().parallelStream()
                .map(it -> meddled(it, begun(given, wish), undisturbed))
                .toList();

        outcomes.forEach(it -> System.out.println("faults, somebody else: " + it.told()));
        assertThat(outcomes).hasSizeGreaterThan(2).allMatch(Outcome::good);
    }

    private Outcome meddled(Target target, Estate estate, Ending undisturbed) {
        Fault other = Fault.byOther(
                "ecs",
                "UpdateClusterSettings",
                Map.of(
                        "cluster",
                        "whole",
                        "settings",
                        List.of(Map.of("name", "containerInsights", "value", "disabled"))));
        Rule rule = estate.sandbox().faults().inject(other, target.api(), Selector.first(1));
        String wrong = ending(estate).against(undisturbed);
        String told = target + (wrong.isEmpty() ? " recovered" : " not recovered: " + wrong);
        boolean putRight =
                estate.writes().stream().anyMatch(it -> it.operation().equals("UpdateCluster"));
        return new Outcome(rule.fired() == 1 && putRight && wrong.isEmpty(), told);
    }

    private void created(Estate estate) {
        estate.declare("whole.yaml", Samples.SERVICE);
        estate.converge(ENVIRONMENT, MOST_PASSES, BETWEEN);
    }

    private void campaign(String family, List<Trouble> troubles, Consumer<Estate> given, String wish) {
        Estate quiet = begun(given, wish);
        String settled = settled(quiet);
        Set<Target> targets = targets(quiet);
        Ending undisturbed = Ending.of(quiet, ENVIRONMENT, settled, BETWEEN);
        List<Outcome> outcomes = troubles.stream()
                .flatMap(trouble -> trouble.sides().stream().map(reads -> new Strike(trouble, reads)))
                .toList()
                .parallelStream()
                .map(it -> outcome(it, targets, begun(given, wish), undisturbed))
                .toList();
        outcomes.forEach(it -> System.out.println("faults, " + family + ": " + it.told()));
        assertThat(outcomes).as(family).allMatch(Outcome::good);
    }

    private Outcome outcome(Strike strike, Set<Target> targets, Estate estate, Ending undisturbed) {
        Trouble trouble = strike.trouble();
        boolean reads = strike.reads();
        List<Rule> rules = targets.stream()
                .filter(it -> it.read() == reads)
                .map(it -> estate.sandbox().faults().inject(trouble.fault().get(), it.api(), trouble.on(reads)))
                .toList();
        String wrong = wrong(ending(estate), undisturbed, trouble);
        long struck = rules.stream().filter(it -> it.fired() > 0).count();
        String told = "%s on %s: struck %d of %d operations, %s"
                .formatted(
                        trouble.name(),
                        reads ? "reads" : "writes",
                        struck,
                        rules.size(),
                        wrong.isEmpty() ? "recovered" : "not recovered: " + wrong);
        return new Outcome(struck > 0 && wrong.isEmpty(), told);
    }

    private static String wrong(Ending disturbed, Ending undisturbed, Trouble trouble) {
        return trouble.mayHideRevisions()
                ? disturbed.withoutRevisions().against(undisturbed.withoutRevisions())
                : disturbed.against(undisturbed);
    }

    private Estate begun(Consumer<Estate> given, String wish) {
        Estate estate = new Estate(folder());
        given.accept(estate);
        estate.sandbox().log().clear();
        return estate.declare("whole.yaml", wish);
    }

    private Ending ending(Estate estate) {
        String trouble = settled(estate);
        estate.sandbox().faults().clear();
        return Ending.of(estate, ENVIRONMENT, trouble, BETWEEN);
    }

    private static String settled(Estate estate) {
        try {
            estate.converge(ENVIRONMENT, MOST_PASSES, BETWEEN);
            return "";
        } catch (AssertionError stuck) {
            return String.valueOf(stuck.getMessage());
        }
    }

    private static Set<Target> targets(Estate estate) {
        Set<Target> targets = new TreeSet<>();
        estate.sandbox().log().entries().forEach(it -> targets.add(Target.of(it)));
        return targets;
    }

    private Path folder() {
        try {
            return Files.createDirectory(temp.resolve("estate-" + estates.incrementAndGet()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One fault on all reads, or on all writes. */
    private record Strike(Trouble trouble, boolean reads) {}

    /** What became of it: good when it struck at all and all was well in the end. */
    private record Outcome(boolean good, String told) {}

    /** An operation that Holdfast calls. */
    private record Target(String service, String operation, boolean read) implements Comparable<Target> {
        static Target of(CallLog.Entry entry) {
            return new Target(entry.service(), entry.operation(), entry.read());
        }

        Api api() {
            return Api.of(service, operation);
        }

        @Override
        public int compareTo(Target other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return service + ":" + operation;
        }
    }
}
