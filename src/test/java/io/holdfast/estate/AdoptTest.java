package io.holdfast.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.aws.Marks;
import io.holdfast.estate.Mortality.Died;
import io.holdfast.export.Exported;
import io.holdfast.model.Change;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Scope;
import io.holdfast.model.Sync;
import io.holdfast.sandbox.CallLog;
import io.holdfast.sandbox.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.ecs.model.Tag;

/** What was made by hand, exported and enforced, is marked as ours; nothing else about it changes. */
class AdoptTest {
    private static final String ENVIRONMENT = "everything";
    private static final String FILE = ENVIRONMENT + ".yaml";
    private static final Set<String> TAGGING = Set.of("TagResource", "AddTagsToResource");
    private static final int QUIET_PASSES = 5;
    private static final int MOST_PASSES = 20;

    @TempDir
    Path temp;

    private final AtomicInteger estates = new AtomicInteger();

    @Test
    void everythingIsTakenOverByTagsAlone() {
        // Given
        Estate estate = exported();
        List<String> before = described(estate);

        // When
        adopt(estate);

        // Then
        assertThat(operations(estate)).isEqualTo(TAGGING);
        assertThat(new TreeSet<>(estate.calls().writes()))
                .as("what the kinds name")
                .isEqualTo(estate.desired(ENVIRONMENT).resources().stream()
                        .map(it -> it.kind().adoptCall())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(described(estate)).isEqualTo(before);
        assertThat(estate.drift(ENVIRONMENT).resources())
                .allSatisfy(it -> assertThat(it.observed()
                                .present()
                                .orElseThrow()
                                .facts()
                                .ownership()
                                .isOurs())
                        .as(it.id().toString())
                        .isTrue());
        staysQuiet(estate);
    }

    @Test
    void aCrashAtAnyCallEndsInTheSame() {
        // Given
        Estate undisturbed = small();
        String yaml = enforced(export(undisturbed));
        undisturbed.sandbox().log().clear();
        undisturbed.restart();
        undisturbed.declare(FILE, yaml);
        adopt(undisturbed);
        List<CallLog.Entry> calls = upToLastWrite(undisturbed);

        // When
        List<CrashPoint> points = CrashPoint.of(calls);
        List<CrashPoint> failures = points.parallelStream()
                .filter(it -> !recovers(yaml, it.mortality()))
                .toList();

        // Then
        System.out.printf(
                "crash points, adopt: %d tried, %d converged (%d calls)%n",
                points.size(), points.size() - failures.size(), calls.size());
        assertThat(failures).isEmpty();
    }

    private boolean recovers(String yaml, Mortality mortality) {
        Estate estate = small();
        estate.sandbox().log().clear();
        List<String> before = described(estate);
        estate.declare(FILE, yaml);
        estate.restartThrough(mortality::over);
        estate.ledger().beforeEachWrite(mortality::beforeLedgerWrite);
        try {
            adopt(estate);
        } catch (Died expected) {
            // The next process goes on.
        }
        estate.ledger().beforeEachWrite(attempted -> {});
        estate.restartThrough(it -> it);
        adopt(estate);
        return described(estate).equals(before) && TAGGING.containsAll(operations(estate)) && isQuiet(estate);
    }

    private static List<CallLog.Entry> upToLastWrite(Estate estate) {
        List<CallLog.Entry> calls = estate.sandbox().log().entries();
        int last = calls.size();
        while (last > 0 && calls.get(last - 1).read()) {
            last--;
        }
        return calls.subList(0, last);
    }

    @Test
    void whatIsMarkedBySomebodyElseIsNeitherExportedNorTouched() {
        // Given
        Estate estate = made();
        Console console = new Console(estate.sandbox());
        String service = console.service("rupaya-ecs-prod", "rupaya-backend-prod")
                .orElseThrow()
                .serviceArn();
        console.ecs.tagResource(it -> it.resourceArn(service)
                .tags(Tag.builder().key(Marks.OWNER).value("another").build()));
        Exported exported = export(estate);
        estate.sandbox().log().clear();

        // When
        enforce(estate, exported);
        adopt(estate);

        // Then
        assertThat(exported.yaml()).doesNotContain("name: rupaya-backend-prod\n");
        assertThat(exported.left()).anyMatch(it -> it.contains("belongs to somebody else: another"));
        assertThat(estate.writes()).noneMatch(it -> it.resource().contains("rupaya-backend-prod"));
        assertThat(console.ecs
                        .listTagsForResource(it -> it.resourceArn(service))
                        .tags())
                .contains(Tag.builder().key(Marks.OWNER).value("another").build());
    }

    @Test
    void whereItIsProposedAPersonIsAskedFirst() {
        // Given
        Estate estate = small();
        estate.declare(FILE, export(estate).yaml().replace("mode: observe", "mode: propose"));
        estate.sandbox().log().clear();
        estate.pass(ENVIRONMENT);
        List<Change> asked = estate.plan(ENVIRONMENT).changes();
        int written = estate.writes().size();

        // When
        estate.approve(ENVIRONMENT, "ana");
        estate.passes(ENVIRONMENT, 3, Duration.ofMinutes(1));

        // Then
        assertThat(asked).isNotEmpty().allSatisfy(it -> {
            assertThat(it.action()).isEqualTo(Change.Action.ADOPT);
            assertThat(it.verdict().word()).isEqualTo("NeedsApproval");
        });
        assertThat(written).isZero();
        assertThat(operations(estate)).isEqualTo(TAGGING);
        assertThat(estate.plan(ENVIRONMENT).isEmpty()).isTrue();
    }

    @Test
    void whatTheYamlDoesNotAdoptIsNotMarked() {
        // Given
        Estate estate = made();
        Exported exported = export(estate);
        estate.sandbox().log().clear();

        // When
        estate.declare(FILE, enforced(exported).replaceAll("(?m)^ *adopt: true\n", ""));
        for (int i = 0; i < QUIET_PASSES; i++) {
            estate.clock().advance(Duration.ofMinutes(1));
            estate.pass(ENVIRONMENT);
        }

        // Then
        assertThat(estate.writes()).isEmpty();
    }

    private static void adopt(Estate estate) {
        estate.converge(ENVIRONMENT, MOST_PASSES, Duration.ofMinutes(1));
    }

    private static void staysQuiet(Estate estate) {
        assertThat(isQuiet(estate)).isTrue();
        DriftReport drift = estate.drift(ENVIRONMENT);
        assertThat(drift.sync()).isEqualTo(Sync.SYNCED);
        assertThat(drift.resources()).allSatisfy(it -> assertThat(it.fields()).isEmpty());
    }

    private static boolean isQuiet(Estate estate) {
        int before = estate.writes().size();
        for (int i = 0; i < QUIET_PASSES; i++) {
            estate.clock().advance(Duration.ofMinutes(1));
            estate.pass(ENVIRONMENT);
        }
        return estate.writes().size() == before && estate.plan(ENVIRONMENT).isEmpty();
    }

    private static Set<String> operations(Estate estate) {
        return estate.writes().stream().map(CallLog.Entry::operation).collect(Collectors.toCollection(TreeSet::new));
    }

    private Estate made() {
        return madeBy(HandMade::seed);
    }

    private Estate small() {
        return madeBy(HandMade::staging);
    }

    private Estate madeBy(Consumer<HandMade> deeds) {
        Estate estate = new Estate(folder(), Place.sandbox(Pace.quick()));
        deeds.accept(new HandMade(new Console(estate.sandbox())));
        estate.clock().advance(Duration.ofHours(2));
        estate.sandbox().settle();
        return estate;
    }

    private Estate exported() {
        Estate estate = made();
        Exported exported = export(estate);
        enforce(estate, exported);
        estate.sandbox().log().clear();
        return estate;
    }

    private static void enforce(Estate estate, Exported exported) {
        estate.declare(FILE, enforced(exported));
    }

    private static String enforced(Exported exported) {
        return exported.yaml().replace("mode: observe", "mode: enforce");
    }

    private static Exported export(Estate estate) {
        return estate.export(ENVIRONMENT, Scope.everything());
    }

    /** All that AWS tells of the estate, less the tags, and less what goes on with the clock. */
    private static List<String> described(Estate estate) {
        Console console = new Console(estate.sandbox());
        List<String> all = new ArrayList<>();
        for (String cluster : console.clusters()) {
            console.ecs
                    .describeClusters(it -> it.clusters(cluster))
                    .clusters()
                    .forEach(
                            it -> all.add(it.toBuilder().tags(List.of()).build().toString()));
            List<String> services =
                    console.ecs.listServices(it -> it.cluster(cluster)).serviceArns();
            console.ecs
                    .describeServices(it -> it.cluster(cluster).services(services))
                    .services()
                    .forEach(
                            it -> all.add(it.toBuilder().tags(List.of()).build().toString()));
        }
        console.ecs
                .listTaskDefinitions()
                .taskDefinitionArns()
                .forEach(arn -> all.add(console.ecs
                        .describeTaskDefinition(it -> it.taskDefinition(arn))
                        .taskDefinition()
                        .toString()));
        Stream.of(
                        console.scaling
                                .describeScalableTargets(it -> it.serviceNamespace(ServiceNamespace.ECS))
                                .scalableTargets(),
                        console.scaling
                                .describeScalingPolicies(it -> it.serviceNamespace(ServiceNamespace.ECS))
                                .scalingPolicies(),
                        console.scaling
                                .describeScheduledActions(it -> it.serviceNamespace(ServiceNamespace.ECS))
                                .scheduledActions(),
                        console.caches())
                .flatMap(List::stream)
                .forEach(it -> all.add(it.toString()));
        console.alarms
                .describeAlarms()
                .metricAlarms()
                .forEach(it -> all.add(it.alarmArn()
                        + it.alarmActions()
                        + it.threshold()
                        + it.period()
                        + it.evaluationPeriods()
                        + it.alarmConfigurationUpdatedTimestamp()));
        console.databases()
                .forEach(it -> all.add(it.toBuilder()
                        .tagList(List.of())
                        .latestRestorableTime(null)
                        .build()
                        .toString()));
        return all;
    }

    private Path folder() {
        try {
            return Files.createDirectory(temp.resolve("estate-" + estates.incrementAndGet()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
