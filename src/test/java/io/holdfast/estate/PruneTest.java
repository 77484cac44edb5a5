package io.holdfast.estate;

import static io.holdfast.estate.Wish.ENVIRONMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Change;
import io.holdfast.model.Declared;
import io.holdfast.model.Step;
import io.holdfast.model.Stray;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Operation;
import io.holdfast.sandbox.CallLog;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rds.model.Tag;

/** What becomes of what is declared no longer: one of everything, beside a cluster and a service that nobody may touch. */
class PruneTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String SERVICE = "whole/service/backend";
    private static final String DATABASE = "whole/database/main";
    private static final String CACHE = "whole/cache/main";

    /** Of three minutes each: longer than any deletion takes from the first look on. */
    private static final int LONG = 12;

    @TempDir
    Path folder;

    private Estate estate;
    private Console console;

    @BeforeEach
    void begin() {
        estate = new Estate(folder);
        console = new Console(estate.sandbox());
    }

    /** All is as wished and quiet. */
    private void settled(Wish wish) {
        commit(wish);
        estate.converge(ENVIRONMENT, 30, Duration.ofMinutes(4));
        estate.sandbox().log().clear();
    }

    private void commit(Wish wish) {
        estate.declare("whole.yaml", wish.yaml());
    }

    private EnvironmentStatus passes(int number) {
        return estate.passes(ENVIRONMENT, number, MINUTE);
    }

    private EnvironmentStatus longPasses() {
        return estate.passes(ENVIRONMENT, LONG, Duration.ofMinutes(3));
    }

    private List<String> writes() {
        return estate.writes().stream().map(CallLog.Entry::operation).toList();
    }

    private Set<String> deletions() {
        return estate.calls().writes().stream()
                .filter(it -> it.contains(":De"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The calls by which the kinds say that things are deleted. */
    private Set<String> named() {
        commit(Wish.all());
        return estate.desired(ENVIRONMENT).resources().stream()
                .flatMap(it -> deletion(it).stream())
                .map(Step::call)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <S> List<Step> deletion(Declared<S> declared) {
        return declared.kind().deletion(declared.state());
    }

    private static Map<String, String> reasons(EnvironmentStatus status) {
        Map<String, String> reasons = new TreeMap<>();
        status.plan().orElseThrow().changes().stream()
                .filter(it -> it.action().destroys())
                .forEach(it -> reasons.put(it.id().toString(), it.verdict().reason()));
        return reasons;
    }

    private static List<String> strays(EnvironmentStatus status) {
        return status.plan().orElseThrow().report().strays().stream()
                .map(Stray::id)
                .map(Object::toString)
                .toList();
    }

    private void nothingElseWasTouched() {
        assertThat(console.service("kept", "kept"))
                .hasValueSatisfying(it -> assertThat(it.runningCount()).isEqualTo(1));
        assertThat(console.clusters()).contains("kept");
        assertThat(console.targets()).contains("kept");
        assertThat(console.schedules()).contains("evening");
        assertThat(console.families()).contains("backend", "kept");
    }

    private void staysQuiet() {
        int before = estate.writes().size();
        EnvironmentStatus status = passes(5);
        assertThat(writes().subList(before, estate.writes().size())).isEmpty();
        assertThat(status.plan().orElseThrow().changes()).isEmpty();
    }

    @Test
    void withPruningOffStraysAreReportedAndLeft() {
        // Given
        settled(Wish.all());
        commit(Wish.all().withoutMain());
        // When
        EnvironmentStatus status = longPasses();
        // Then
        assertThat(strays(status))
                .containsExactly(
                        CACHE,
                        "whole/cluster/main",
                        DATABASE,
                        "whole/scaling/backend",
                        "whole/scaling-step/backend.up",
                        "whole/scaling-tracking/backend.memory",
                        "whole/schedule/backend.morning",
                        SERVICE);
        assertThat(status.plan().orElseThrow().changes()).isEmpty();
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatHoldsNoDataGoesInTheReverseOfTheOrderInWhichItCameToBe() {
        // Given
        settled(Wish.all());
        commit(Wish.all().pruning().withoutMain());
        // When
        EnvironmentStatus status = longPasses();
        // Then
        assertThat(writes())
                .containsExactly(
                        "DeleteAlarms",
                        "DeleteScalingPolicy",
                        "DeleteScalingPolicy",
                        "DeleteScheduledAction",
                        "DeregisterScalableTarget",
                        "DeleteService",
                        "DeleteCluster");
        assertThat(strays(status)).containsExactly(CACHE, DATABASE);
        assertThat(reasons(status)).containsOnly(Map.entry(CACHE, "HoldsData"), Map.entry(DATABASE, "HoldsData"));
        assertThat(status.operation()).isEqualTo(Operation.AWAITING_APPROVAL);
        assertThat(console.alarmNames()).allMatch(it -> it.startsWith("TargetTracking-service/kept"));
        assertThat(console.clusters()).containsExactly("kept");
        nothingElseWasTouched();
    }

    @Test
    void nothingGoesBeforeItsGraceIsOverAndASecondLookHasConfirmedIt() {
        // Given
        settled(Wish.stateless());
        commit(Wish.stateless().pruning().withoutMain());
        // When
        EnvironmentStatus first = estate.pass(ENVIRONMENT);
        EnvironmentStatus second = estate.passes(ENVIRONMENT, 1, Duration.ofSeconds(50));
        // Then
        assertThat(reasons(first)).containsEntry("whole/schedule/backend.morning", "Grace");
        assertThat(reasons(second)).containsEntry("whole/schedule/backend.morning", "Grace");
        assertThat(writes()).isEmpty();
        assertThat(passes(1).plan().orElseThrow().changes().stream()
                        .filter(it -> it.verdict().mayProceed())
                        .map(Change::id)
                        .map(Object::toString))
                .containsExactly(
                        "whole/scaling-step/backend.up",
                        "whole/scaling-tracking/backend.memory",
                        "whole/schedule/backend.morning");
    }

    @Test
    void whatIsDeclaredAgainInTimeStays() {
        // Given
        settled(Wish.stateless());
        commit(Wish.stateless().pruning().withoutMain());
        estate.pass(ENVIRONMENT);
        // When
        commit(Wish.stateless().pruning());
        EnvironmentStatus status = passes(5);
        // Then
        assertThat(status.plan().orElseThrow().changes()).isEmpty();
        assertThat(writes()).isEmpty();
    }

    @Test
    void dataGoesOnlyWhenItIsNamedAndLeavesItsLastSnapshot() {
        // Given
        settled(Wish.all());
        commit(Wish.all().pruning().withoutMain());
        longPasses();
        int before = estate.writes().size();
        // When
        estate.approve(ENVIRONMENT, "ana");
        passes(3);
        int unnamed = estate.writes().size();
        estate.approve(ENVIRONMENT, "ana", DATABASE, CACHE);
        EnvironmentStatus status = longPasses();
        // Then
        assertThat(unnamed).isEqualTo(before);
        assertThat(writes().subList(before, estate.writes().size()))
                .containsExactly("DeleteReplicationGroup", "DeleteDBInstance");
        assertThat(strays(status)).isEmpty();
        assertThat(console.databases()).isEmpty();
        assertThat(console.caches()).isEmpty();
        assertThat(console.snapshots())
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("cache whole-final-"),
                        it -> assertThat(it).startsWith("database whole-final-"));
        nothingElseWasTouched();
        staysQuiet();
        assertThat(deletions()).as("what the kinds name").isEqualTo(named());
    }

    @Test
    void whileDataIsBeingDeletedThatIsSaidAndWaitedFor() {
        // Given
        settled(Wish.all());
        commit(Wish.all().pruning().without("databases.main"));
        passes(3);
        estate.approve(ENVIRONMENT, "ana", DATABASE);
        // When
        EnvironmentStatus status = passes(2);
        // Then
        assertThat(reasons(status)).containsEntry(DATABASE, "Underway");
        assertThat(status.operation()).isEqualTo(Operation.VERIFYING);
        assertThat(console.databases())
                .singleElement()
                .satisfies(it -> assertThat(it.dbInstanceStatus()).isEqualTo("deleting"));
    }

    @Test
    void deletionProtectionHasToBeLiftedWhileItIsStillDeclared() {
        // Given
        settled(Wish.all());
        Wish careful =
                Wish.all().pruning().with("databases.main", "deletionProtection: false", "deletionProtection: true");
        commit(careful);
        estate.converge(ENVIRONMENT, 30, Duration.ofMinutes(4));
        commit(careful.without("databases.main"));
        passes(3);
        estate.approve(ENVIRONMENT, "ana", DATABASE);
        // When
        EnvironmentStatus held = passes(3);
        commit(Wish.all().pruning());
        estate.converge(ENVIRONMENT, 30, Duration.ofMinutes(4));
        commit(Wish.all().pruning().without("databases.main"));
        passes(3);
        estate.approve(ENVIRONMENT, "ana", DATABASE);
        longPasses();
        // Then
        assertThat(reasons(held)).containsEntry(DATABASE, "Protected");
        assertThat(console.databases()).isEmpty();
    }

    @Test
    void protectionOutlivesItsDeclaration() {
        // Given
        settled(Wish.stateless());
        Wish guarded = Wish.stateless()
                .pruning()
                .with("services.backend", "cluster: main\n", "cluster: main\nprotect: true\n");
        commit(guarded);
        estate.converge(ENVIRONMENT, 30, Duration.ofMinutes(4));
        // When
        commit(guarded.without("services.backend", "clusters.main"));
        EnvironmentStatus held = longPasses();
        commit(Wish.stateless().pruning());
        passes(2);
        commit(Wish.stateless().pruning().without("services.backend", "clusters.main"));
        EnvironmentStatus lifted = longPasses();
        // Then
        assertThat(reasons(held))
                .containsEntry(SERVICE, "Protected")
                .containsEntry("whole/scaling/backend", "Protected")
                .containsEntry("whole/cluster/main", "DependantThere");
        assertThat(strays(lifted)).isEmpty();
        assertThat(console.clusters()).containsExactly("kept");
    }

    @Test
    void moreAtOnceThanTheBudgetWaitsForAPerson() {
        // Given
        settled(Wish.stateless());
        commit(Wish.stateless()
                .under("mode: enforce\nprune: {enabled: true, grace: 1m}")
                .without("services.backend"));
        // When
        EnvironmentStatus held = passes(5);
        int before = estate.writes().size();
        estate.approve(ENVIRONMENT, "ana");
        EnvironmentStatus status = longPasses();
        // Then
        assertThat(reasons(held)).hasSize(5).containsEntry("whole/schedule/backend.morning", "DeleteBudget");
        assertThat(before).isZero();
        assertThat(strays(status)).isEmpty();
        assertThat(console.service("whole", "backend")).isEmpty();
    }

    @Test
    void aRenamedServiceStaysUntilItsSuccessorIsWell() {
        // Given
        settled(Wish.stateless());
        commit(Wish.stateless().pruning().with("services.backend", "name: backend", "name: frontend"));
        // When
        boolean wasWell = false;
        for (int i = 0; i < LONG; i++) {
            passes(1);
            boolean isThere = console.service("whole", "backend")
                    .filter(it -> it.status().equals("ACTIVE"))
                    .isPresent();
            wasWell |= console.service("whole", "frontend")
                    .filter(it -> it.runningCount().equals(it.desiredCount()) && it.runningCount() > 0)
                    .isPresent();
            assertThat(isThere || wasWell).isTrue();
        }
        // Then
        assertThat(console.service("whole", "backend")).isEmpty();
        assertThat(console.targets()).containsExactly("frontend", "kept");
        assertThat(console.service("whole", "frontend"))
                .hasValueSatisfying(it -> assertThat(it.runningCount()).isEqualTo(2));
        staysQuiet();
    }

    @Test
    void aClusterSomethingIsStillDeclaredOnStays() {
        // Given
        settled(Wish.stateless());
        commit(Wish.stateless()
                .pruning()
                .with("services.backend", "cluster: main", "cluster: whole")
                .without("clusters.main"));
        // When
        EnvironmentStatus status = longPasses();
        // Then
        assertThat(reasons(status)).containsOnly(Map.entry("whole/cluster/main", "StillNeeded"));
        assertThat(writes()).isEmpty();
    }

    @Test
    void withoutItsLedgerHoldfastKnowsOfNoStray() {
        // Given
        settled(Wish.stateless());
        commit(Wish.stateless().pruning().withoutMain());
        passes(1);
        // When
        estate.loseLedger();
        EnvironmentStatus status = longPasses();
        // Then
        assertThat(strays(status)).isEmpty();
        assertThat(writes()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadOrIsEmptyDeletesNothing() {
        // Given
        settled(Wish.stateless());
        commit(Wish.stateless().pruning().withoutMain());
        passes(1);
        // When
        for (String broken : List.of("", "spec: [", "<<<<<<< HEAD\n")) {
            estate.declare("whole.yaml", broken);
            for (int i = 0; i < 5; i++) {
                estate.clock().advance(MINUTE);
                assertThat(reasons(estate.passInForce(ENVIRONMENT)))
                        .containsEntry("whole/schedule/backend.morning", "StaleDesiredState");
            }
        }
        // Then
        assertThat(writes()).isEmpty();
    }

    @Test
    void aFolderWithoutFilesDeletesNothing() throws IOException {
        // Given
        settled(Wish.stateless());
        commit(Wish.stateless().pruning());
        passes(1);
        // When
        Files.delete(folder.resolve("whole.yaml"));
        for (int i = 0; i < LONG; i++) {
            estate.clock().advance(MINUTE);
            estate.passInForce(ENVIRONMENT);
        }
        // Then
        assertThat(writes()).isEmpty();
    }

    @Test
    void anEnvironmentWhoseFileIsGoneIsLookedAfterNoLongerAndLeft() throws IOException {
        // Given
        settled(Wish.stateless());
        commit(Wish.stateless().pruning());
        passes(1);
        estate.declare("other.yaml", Samples.small("other"));
        // When
        Files.delete(folder.resolve("whole.yaml"));
        // Then
        assertThat(estate.load(ENVIRONMENT)).isEmpty();
        assertThat(writes()).isEmpty();
    }

    @Test
    void whileAnythingIsUnseenNothingGoes() {
        // Given
        settled(Wish.all());
        commit(Wish.all().pruning().withoutMain());
        passes(1);
        estate.passes(ENVIRONMENT, 1, Duration.ofSeconds(30));
        estate.sandbox()
                .faults()
                .inject(
                        Fault.refuse(403, "AccessDenied"),
                        Api.of("elasticache", "DescribeReplicationGroups"),
                        Selector.always());
        // When
        EnvironmentStatus blind = passes(10);
        int before = estate.writes().size();
        estate.sandbox().faults().clear();
        EnvironmentStatus seeing = longPasses();
        // Then
        assertThat(reasons(blind)).containsEntry("whole/schedule/backend.morning", "PartlyUnseen");
        assertThat(before).isZero();
        assertThat(strays(seeing)).containsExactly(CACHE, DATABASE);
    }

    @Test
    void whatSomebodyElseHasMarkedInTheMeantimeStays() {
        // Given
        settled(Wish.all());
        commit(Wish.all().pruning().without("databases.main"));
        passes(3);
        estate.approve(ENVIRONMENT, "ana", DATABASE);
        String arn = console.databases().get(0).dbInstanceArn();
        // When
        console.rds.addTagsToResource(request -> request.resourceName(arn)
                .tags(Tag.builder().key("holdfast:owner").value("theirs").build()));
        EnvironmentStatus status = passes(5);
        // Then
        assertThat(strays(status)).isEmpty();
        assertThat(console.databases()).hasSize(1);
        assertThat(writes()).containsOnly("AddTagsToResource");
    }
}
