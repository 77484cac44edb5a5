package io.holdfast.report.doctor;

import static io.holdfast.model.Widgets.desired;
import static io.holdfast.model.Widgets.live;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Condition;
import io.holdfast.model.Fault;
import io.holdfast.model.Mode;
import io.holdfast.model.Observed;
import io.holdfast.model.Plan;
import io.holdfast.model.Widget;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Operation;
import io.holdfast.report.Plans;
import io.holdfast.report.document.DoctorDocument.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExaminationTest {
    private final Widget widget = Widget.named("a").withSize(1);

    private static EnvironmentStatus status(Plan plan, List<String> problems, List<Condition> conditions) {
        return new EnvironmentStatus(
                "test",
                plan.report().sync(),
                plan.report().health(),
                Operation.IDLE,
                Optional.of(Mode.ENFORCE),
                conditions,
                problems,
                Optional.of(plan),
                Plans.LATER,
                Optional.empty(),
                Plans.LATER);
    }

    private static List<Finding> findings(EnvironmentStatus status) {
        return Examination.of(Optional.empty(), Optional.empty(), List.of(status), List.of())
                .findings();
    }

    private Plan blindBy(Fault.Kind kind, String operation) {
        Fault fault = new Fault(kind, operation, "Code", "no");
        return Plans.of(desired(widget), live(Map.of("a", Observed.unseen(fault))));
    }

    @Test
    void whereAllIsWellAllIsOk() {
        List<Finding> findings = findings(status(Plans.of(desired(widget), live(widget)), List.of(), List.of()));

        assertThat(findings).extracting(Finding::level).containsOnly("OK");
        assertThat(findings).extracting(Finding::found).anyMatch(it -> it.contains("9f2c1e7"));
    }

    @Test
    void aMissingPermissionIsNamed() {
        List<Finding> findings =
                findings(status(blindBy(Fault.Kind.DENIED, "rds:DescribeDBInstances"), List.of(), List.of()));

        assertThat(findings)
                .filteredOn(it -> it.level().equals("NG"))
                .singleElement()
                .satisfies(it -> assertThat(it.remedy()).startsWith("allow rds:DescribeDBInstances"));
    }

    @Test
    void aClockThatIsOffAndCredentialsThatAreNoneAreTold() {
        assertThat(findings(status(blindBy(Fault.Kind.CLOCK_SKEW, "ecs:X"), List.of(), List.of())))
                .anyMatch(it -> it.level().equals("NG") && it.remedy().contains("clock"));
        assertThat(findings(status(blindBy(Fault.Kind.CREDENTIALS, "ecs:X"), List.of(), List.of())))
                .anyMatch(it -> it.level().equals("NG") && it.remedy().contains("credentials"));
    }

    @Test
    void whatPassesByItselfIsOnlyAWarning() {
        assertThat(findings(status(blindBy(Fault.Kind.THROTTLED, "ecs:X"), List.of(), List.of())))
                .extracting(Finding::level)
                .contains("WARN")
                .doesNotContain("NG");
    }

    @Test
    void aYamlThatNobodyCouldReadIsNotCalledWrong() {
        Condition valid = new Condition(
                Condition.Type.VALID, Condition.Status.UNKNOWN, "NotRead", "no answer", "9f2c1e7", Plans.LATER);
        Plan plan = Plans.of(desired(widget), live(widget));

        assertThat(findings(status(plan, List.of("no answer"), List.of(valid))))
                .filteredOn(it -> it.level().equals("WARN"))
                .singleElement()
                .satisfies(it -> assertThat(it.found())
                        .startsWith("the newest YAML could not be read; in force is commit 9f2c1e7"));
    }

    @Test
    void aStaleYamlAndAPauseAreWarnings() {
        Condition paused = new Condition(
                Condition.Type.PAUSED, Condition.Status.TRUE, "Paused", "paused by olga", "9f2c1e7", Plans.LATER);

        List<Finding> findings =
                findings(status(Plans.of(desired(widget), live(widget)), List.of("test.yaml:3: no"), List.of(paused)));

        assertThat(findings).filteredOn(it -> it.level().equals("WARN")).hasSize(2);
    }

    @Test
    void aSourceOrALedgerThatCannotBeUsedIsNg() {
        assertThat(Examination.of(Optional.of("gone"), Optional.of("full"), List.of(), List.of())
                        .findings())
                .extracting(Finding::level)
                .containsExactly("NG", "NG");
    }

    @Test
    void aClockFourMinutesOffIsNgBeforeAwsRefusesIt() {
        assertThat(level(Duration.ofSeconds(239))).isEqualTo("OK");
        assertThat(level(Duration.ofMinutes(4))).isEqualTo("NG");
        assertThat(level(Duration.ofMinutes(-4))).isEqualTo("NG");
        assertThat(new Wire("sts", Optional.empty(), Optional.empty()).finding().level())
                .isEqualTo("WARN");
        assertThat(new Wire("sts", Optional.of("no route"), Optional.empty())
                        .finding()
                        .level())
                .isEqualTo("NG");
    }

    private static String level(Duration ahead) {
        return new Wire("sts", Optional.empty(), Optional.of(ahead)).finding().level();
    }

    @Test
    void aLedgerIsToldOfItsRoomBeforeItRunsOut() {
        assertThat(new LedgerRoom("f", 0, 1_000_000_000).finding().level()).isEqualTo("OK");
        assertThat(new LedgerRoom("f", 1, 999_999_999).finding().level()).isEqualTo("WARN");
        assertThat(new LedgerRoom("f", 2_500_000, 99_999_999).finding())
                .isEqualTo(new Finding(
                        "NG",
                        "ledger",
                        "f takes 3 MB, and the disk has 100 MB left",
                        "make room: a ledger that takes no write holds every change"));
    }
}
