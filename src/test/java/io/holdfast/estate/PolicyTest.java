package io.holdfast.estate;

import static io.holdfast.estate.Wish.ENVIRONMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.holdfast.model.Change;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Sync;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Operation;
import io.holdfast.report.document.DriftDocument;
import io.holdfast.report.document.IgnoreDocument;
import io.holdfast.report.text.DriftMarkdown;
import io.holdfast.report.text.DriftText;
import io.holdfast.sandbox.CallLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** What the YAML says of how far Holdfast may go, from the file to the calls AWS sees. */
class PolicyTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String MAXIMUM = "deploymentConfiguration.maximumPercent";
    private static final String EVENING =
            "  schedules:\n    evening: {schedule: \"cron(0 22 * * ? *)\", min: 1, max: 2}\n";
    private static final Wish WISH = Wish.stateless();

    @TempDir
    Path folder;

    private Estate estate;
    private Console console;

    @BeforeEach
    void settle() {
        estate = new Estate(folder);
        console = new Console(estate.sandbox());
        commit(WISH);
        estate.converge(ENVIRONMENT, 30, Duration.ofMinutes(4));
        estate.sandbox().log().clear();
    }

    private void commit(Wish wish) {
        estate.declare("whole.yaml", wish.yaml());
    }

    private EnvironmentStatus pass() {
        return estate.passes(ENVIRONMENT, 1, MINUTE);
    }

    private EnvironmentStatus passes(int number) {
        return estate.passes(ENVIRONMENT, number, MINUTE);
    }

    private void strike(int maximum, int minimum) {
        console.strike(maximum, minimum);
        estate.sandbox().log().clear();
    }

    private List<String> writes() {
        return estate.writes().stream().map(CallLog.Entry::operation).toList();
    }

    private static String ignoring(String of, String field, String more) {
        return "mode: enforce\nignore:\n  - {of: " + of + ", field: " + field + ", reason: somebody else sees to it"
                + more + "}";
    }

    private String image() {
        return running().containerDefinitions().get(0).image();
    }

    private TaskDefinition running() {
        String arn = console.service("whole", "backend").orElseThrow().taskDefinition();
        return console.ecs
                .describeTaskDefinition(request -> request.taskDefinition(arn))
                .taskDefinition();
    }

    /** A pipeline that deploys another image, as many do beside whatever keeps the rest. */
    private void deploy(String image) {
        TaskDefinition now = running();
        ContainerDefinition container =
                now.containerDefinitions().get(0).toBuilder().image(image).build();
        var tags = console.ecs
                .describeTaskDefinition(request ->
                        request.taskDefinition(now.taskDefinitionArn()).includeWithStrings("TAGS"))
                .tags();
        String arn = console.ecs
                .registerTaskDefinition(RegisterTaskDefinitionRequest.builder()
                        .family(now.family())
                        .cpu(now.cpu())
                        .memory(now.memory())
                        .networkMode(now.networkMode())
                        .containerDefinitions(container)
                        .tags(tags)
                        .build())
                .taskDefinition()
                .taskDefinitionArn();
        console.ecs.updateService(
                request -> request.cluster("whole").service("backend").taskDefinition(arn));
        estate.clock().advance(Duration.ofMinutes(30));
        estate.sandbox().settle();
        estate.sandbox().log().clear();
    }

    @Test
    void anIgnoredFieldNeitherAlarmsNorIsClosed() {
        // Given
        commit(WISH.under(ignoring("service/backend", MAXIMUM, "")));
        strike(150, 100);
        // When
        EnvironmentStatus status = passes(3);
        // Then
        assertThat(status.sync()).isEqualTo(Sync.SYNCED);
        assertThat(status.plan().orElseThrow().report().suppressed())
                .filteredOn(it -> it.reason() == Reason.IGNORED)
                .singleElement()
                .satisfies(it -> assertThat(it.sentence()).contains("somebody else sees to it"));
        assertThat(writes()).isEmpty();
    }

    @Test
    void aFieldThatAlarmsAndIsNotEnforcedIsDriftThatNobodyCloses() {
        // Given
        commit(WISH.under(ignoring("service/backend", MAXIMUM, ", alarm: true")));
        strike(150, 100);
        // When
        EnvironmentStatus status = passes(3);
        // Then
        assertThat(status.sync()).isEqualTo(Sync.OUT_OF_SYNC);
        assertThat(writes()).isEmpty();
    }

    @Test
    void aFieldThatIsEnforcedAndDoesNotAlarmIsClosedQuietly() {
        // Given
        commit(WISH.under(ignoring("service/backend", MAXIMUM, ", enforce: true")));
        strike(150, 100);
        // When
        EnvironmentStatus status = pass();
        // Then
        assertThat(status.sync()).isEqualTo(Sync.SYNCED);
        assertThat(console.maximum()).isEqualTo(200);
    }

    @Test
    void eachIgnoreRuleTellsWhatItHasMetAndOneThatDoesNothingIsReported() {
        // Given
        commit(WISH.under("""
                mode: enforce
                ignore:
                  - {of: service/backend, field: deploymentConfiguration.*, reason: a trial, owner: ana}
                  - {of: service/backend, field: healthCheckGracePeriodSeconds, reason: never comes up}
                  - {of: cluster/main, field: containerInsights, reason: a drill, expires: "2026-02-01"}
                """));
        strike(150, 50);

        // When
        pass();
        EnvironmentStatus status = pass();

        // Then
        DriftDocument report = DriftDocument.of(status.plan().orElseThrow(), Optional.empty());
        assertThat(report.ignores())
                .extracting(IgnoreDocument::reason, IgnoreDocument::state, IgnoreDocument::hits)
                .containsExactly(
                        tuple("a trial", "Active", 2L),
                        tuple("never comes up", "NeverMatched", 0L),
                        tuple("a drill", "Expired", 0L));
        assertThat(report.ignores().get(0).lastHitAt()).isPresent();
        assertThat(DriftText.of(report))
                .contains("Ignore rules that do nothing")
                .containsPattern("healthCheckGracePeriodSeconds.*has met no difference yet.*never comes up")
                .containsPattern("containerInsights.*expired.*a drill")
                .doesNotContain("a trial\n");
        assertThat(DriftMarkdown.of(report))
                .contains("## Ignore rules that do nothing")
                .containsPattern("healthCheckGracePeriodSeconds.*has met no difference yet.*never comes up")
                .containsPattern("containerInsights.*expired.*a drill")
                .doesNotContain("| `a trial` |");
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatIsIgnoredIsNotSentAlongWithItsNeighbour() {
        // Given
        commit(WISH.under(ignoring("service/backend", MAXIMUM, "")));
        strike(150, 50);
        // When
        passes(2);
        // Then
        assertThat(console.minimum()).isEqualTo(100);
        assertThat(console.maximum()).isEqualTo(150);
    }

    @Test
    void anImageAPipelineDeploysOutlivesAChangeOfTheRest() {
        // Given
        String rule = ignoring("task-definition/backend", "containers.app.image", "");
        commit(WISH.under(rule));
        pass();
        deploy("registry.example/backend:2");
        EnvironmentStatus quiet = pass();
        int before = estate.writes().size();
        // When
        commit(WISH.under(rule).with("services.backend", "memory: 512", "memory: 1024"));
        estate.converge(ENVIRONMENT, 30, Duration.ofMinutes(4));
        // Then
        assertThat(quiet.sync()).isEqualTo(Sync.SYNCED);
        assertThat(before).isZero();
        assertThat(writes()).containsExactly("RegisterTaskDefinition", "UpdateService");
        assertThat(running().memory()).isEqualTo("1024");
        assertThat(image()).isEqualTo("registry.example/backend:2");
    }

    @Test
    void aFieldThatIsOnlyLookedAtStaysWhileItsNeighbourIsPutBack() {
        // Given
        commit(WISH.under("mode: enforce\nmodes:\n  - {of: service/backend, field: " + MAXIMUM + ", mode: observe}"));
        strike(150, 50);
        // When
        EnvironmentStatus status = passes(2);
        // Then
        assertThat(console.minimum()).isEqualTo(100);
        assertThat(console.maximum()).isEqualTo(150);
        assertThat(status.sync()).isEqualTo(Sync.OUT_OF_SYNC);
        assertThat(status.plan().orElseThrow().changes())
                .extracting(it -> it.verdict().reason())
                .containsExactly("Observing");
    }

    @Test
    void aFreezeHoldsRepairsUntilItEndsAndLetsDeploymentsThrough() {
        // Given
        int hour = estate.clock().instant().atZone(java.time.ZoneOffset.UTC).getHour();
        commit(WISH.under("mode: enforce\nwindows:\n  - {freeze: [repair], schedule: \"cron(0 " + hour
                + " * * ? *)\", duration: 2h, reason: quiet hours}"));
        strike(150, 100);
        // When
        EnvironmentStatus frozen = passes(3);
        commit(WISH.under("mode: enforce\nwindows:\n  - {freeze: [repair], schedule: \"cron(0 " + hour
                        + " * * ? *)\", duration: 2h, reason: quiet hours}")
                .with("clusters.kept", "name: kept\ntags: {team: platform}"));
        passes(2);
        List<String> during = writes();
        estate.clock().advance(Duration.ofHours(2));
        estate.pass(ENVIRONMENT);
        // Then
        assertThat(frozen.operation()).isEqualTo(Operation.AWAITING_WINDOW);
        assertThat(frozen.plan().orElseThrow().changes())
                .singleElement()
                .satisfies(it -> assertThat(it.verdict().sentence()).contains("quiet hours"));
        assertThat(during).containsExactly("TagResource");
        assertThat(console.maximum()).isEqualTo(200);
    }

    @Test
    void pruningHasAWindowOfItsOwn() {
        // Given
        int later = estate.clock()
                .instant()
                .plus(Duration.ofHours(3))
                .atZone(java.time.ZoneOffset.UTC)
                .getHour();
        commit(WISH.without("services.backend")
                .under("mode: enforce\nprune: {enabled: true, grace: 1m}\nlimits: {deletes: 20, deletePercent: 100}\n"
                        + "windows:\n  - {allow: [prune], schedule: \"cron(0 " + later + " * * ? *)\", duration: 1h}"));
        // When
        EnvironmentStatus before = passes(5);
        int sent = estate.writes().size();
        estate.clock().advance(Duration.ofHours(3));
        passes(8);
        // Then
        assertThat(before.operation()).isEqualTo(Operation.AWAITING_WINDOW);
        assertThat(sent).isZero();
        assertThat(console.service("whole", "backend")).isEmpty();
    }

    @Test
    void aLargeStepOfACountWaitsForAPerson() {
        // Given
        Wish careful = WISH.under("mode: enforce\nlimits: {scaleFactor: 2}");
        commit(careful.with("services.kept", "max: 3", "max: 30").with("services.kept", EVENING, ""));
        // When
        EnvironmentStatus status = passes(2);
        int before = estate.writes().size();
        estate.approve(ENVIRONMENT, "ana");
        pass();
        // Then
        assertThat(status.plan().orElseThrow().changes())
                .singleElement()
                .extracting(Change::verdict)
                .satisfies(it -> assertThat(it.reason()).isEqualTo("ScaleStep"));
        assertThat(before).isZero();
        assertThat(writes()).containsExactly("RegisterScalableTarget");
    }

    @Test
    void oneYesBuildsAllThatWasProposed() {
        // Given
        Wish proposed = new Wish("mode: propose", Wish.all().resources());
        Estate fresh = new Estate(folder.resolve("fresh"));
        fresh.declare("whole.yaml", proposed.yaml());
        EnvironmentStatus waiting = fresh.passes(ENVIRONMENT, 3, MINUTE);
        List<Change> asked = fresh.plan(ENVIRONMENT).changes();
        // When
        fresh.approve(ENVIRONMENT, "ana");
        EnvironmentStatus settled = fresh.converge(ENVIRONMENT);
        // Then
        assertThat(waiting.operation()).isEqualTo(Operation.AWAITING_APPROVAL);
        assertThat(asked).allSatisfy(it -> assertThat(it.verdict().word()).isEqualTo("NeedsApproval"));
        assertThat(settled.sync()).isEqualTo(Sync.SYNCED);
    }

    @Test
    void aYesToOneDoesNotGoAheadOfWhatItNeeds() {
        // Given
        Estate fresh = new Estate(folder.resolve("fresh"));
        fresh.declare("whole.yaml", new Wish("mode: propose", Wish.stateless().resources()).yaml());
        fresh.passes(ENVIRONMENT, 2, MINUTE);
        // When
        fresh.approve(ENVIRONMENT, "ana", "whole/service/backend");
        fresh.passes(ENVIRONMENT, 3, MINUTE);
        // Then
        assertThat(fresh.writes()).isEmpty();
        assertThat(fresh.plan(ENVIRONMENT).changes())
                .filteredOn(it -> it.id().toString().equals("whole/service/backend"))
                .allSatisfy(it -> assertThat(it.verdict().sentence()).contains("which waits for a person"));
    }
}
