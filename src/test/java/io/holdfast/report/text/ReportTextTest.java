package io.holdfast.report.text;

import static io.holdfast.model.Widgets.NOON;
import static io.holdfast.model.Widgets.desired;
import static io.holdfast.model.Widgets.live;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Authored;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Fault;
import io.holdfast.model.LiveState;
import io.holdfast.model.Mode;
import io.holdfast.model.Observed;
import io.holdfast.model.Plan;
import io.holdfast.model.Remembered;
import io.holdfast.model.Revision;
import io.holdfast.model.Straying;
import io.holdfast.model.Undeclared;
import io.holdfast.model.Widget;
import io.holdfast.model.WidgetKind;
import io.holdfast.model.Widgets;
import io.holdfast.model.policy.Policy;
import io.holdfast.model.policy.Prune;
import io.holdfast.report.Plans;
import io.holdfast.report.document.DriftDocument;
import io.holdfast.report.document.PlanDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private final Widget hundred = Widget.named("a").withSize(100);
    private final Widget fifty = Widget.named("a").withSize(50);

    private static String text(Plan plan) {
        return DriftText.of(DriftDocument.of(plan, Optional.of(Plans.LATER.plusSeconds(60))));
    }

    private static String markdown(Plan plan) {
        return DriftMarkdown.of(DriftDocument.of(plan, Optional.empty()));
    }

    @Test
    void theReportReadsLikeThis() {
        assertThat(text(Plans.drifted(hundred, fifty))).isEqualTo("""
                        test: 1 of 1 resources differ (LiveDrift 1)
                          commit 9f2c1e7 of environments/test.yaml
                          written 2026-03-01 11:59:00 UTC by Ana Lee, feat: a hundred widgets
                          looked at 2026-03-01 12:02:00 UTC, next look by 2026-03-01 12:03:00 UTC

                        test/widget/a  test-widget  LiveDrift for 2 min, changed in place
                          size  environments/test.yaml:12
                            declared  100
                            live      50
                          next: update with test:ChangeWidget
                        """);
    }

    /** A widget that has been declared no longer for two minutes. */
    private static Plan dropped(Prune prune) {
        Policy standard = Policy.of(Mode.ENFORCE);
        DesiredState desired = Widgets.desired(
                new Policy(
                        standard.mode(),
                        standard.modes(),
                        standard.ignores(),
                        standard.windows(),
                        standard.limits(),
                        prune,
                        standard.approvals()),
                Widgets.declared(new WidgetKind(), Widget.named("a")));
        Remembered known = Remembered.nothing(Widgets.id("old"), "old")
                .straying(Optional.of(new Straying(NOON, Straying.CONFIRMED)));
        LiveState live = new LiveState(
                Plans.LATER,
                live(Widget.named("a")).resources(),
                List.of(new Undeclared<>(new WidgetKind(), known, Widgets.ours(Widget.named("old")))));
        return Plans.of(desired, live);
    }

    @Test
    void whatIsDeclaredNoLongerIsToldWithWhatBecomesOfIt() {
        assertThat(text(dropped(Prune.off()))).contains("""
                        Ours, declared no longer
                          test/widget/old  test-widget  old  since 2026-03-01 12:00:00 UTC  left alone: pruning is off
                        """);
        assertThat(text(dropped(new Prune(true, Prune.GRACE))))
                .contains("since 2026-03-01 12:00:00 UTC  delete with test:DeleteWidget; held: declared no longer since"
                        + " 2026-03-01T12:00:00Z; deleted after 2026-03-01T12:10:00Z\n");
        assertThat(markdown(dropped(Prune.off())))
                .contains("| `test/widget/old` | `old` | 2026-03-01 12:00:00 UTC | `left alone: pruning is off` |");
    }

    @Test
    void whatWasNeverSeenToAgreeIsToldAsSuch() {
        assertThat(text(Plans.of(desired(hundred), live(fifty)))).contains("""
                        test/widget/a  test-widget  FirstObservation for 0 s, changed in place
                          size  environments/test.yaml:12
                            declared      100
                            live          50
                            last applied  never seen to agree
                        """);
    }

    @Test
    void inMarkdownItReadsLikeThis() {
        assertThat(markdown(Plans.drifted(hundred, fifty))).isEqualTo("""
                        # `test`: 1 of 1 resources differ (LiveDrift 1)

                        Commit `9f2c1e7` of `environments/test.yaml` by `Ana Lee`, `feat: a hundred widgets`, written 2026-03-01 11:59:00 UTC.

                        Looked at 2026-03-01 12:02:00 UTC.

                        ## `test/widget/a`

                        test-widget, **LiveDrift** since 2026-03-01 12:00:00 UTC, changed in place, declared at `environments/test.yaml:10`.

                        | field | declared | live | last applied | cause | declared at |
                        | --- | --- | --- | --- | --- | --- |
                        | `size` | `100` | `50` | `100` | LiveDrift | `environments/test.yaml:12` |

                        Next: update with test:ChangeWidget.
                        """);
    }

    @Test
    void thePlanReadsLikeThis() {
        // Given
        var declared = desired(
                Mode.PROPOSE,
                Widgets.declared(new WidgetKind(), hundred),
                Widgets.declared(new WidgetKind(), Widget.named("b")));
        Plan plan = Plans.of(declared, live(Map.of("a", Widgets.ours(fifty), "b", Observed.absent())));

        // When
        String text = PlanText.of(PlanDocument.of(plan, Optional.empty()));

        // Then
        assertThat(text).isEqualTo("""
                        test: 2 changes, none may proceed (mode propose)
                          commit 9f2c1e7 of environments/test.yaml
                          written 2026-03-01 11:59:00 UTC by Ana Lee, feat: a hundred widgets
                          plan %s, looked at 2026-03-01 12:00:00 UTC

                        update  test/widget/a  test-widget  NeedsApproval  changed in place  test:ChangeWidget: size
                        create  test/widget/b  test-widget  NeedsApproval  new               test:CreateWidget

                        update test/widget/a, create test/widget/b
                          NeedsApproval: the mode is propose: a person decides
                        """.formatted(plan.id()));
    }

    @Test
    void inSyncIsSaidInOneSentence() {
        assertThat(text(Plans.of(desired(hundred), live(hundred))))
                .startsWith("test: all 1 resources are as declared\n");
    }

    @Test
    void whatWasNotSeenIsNeverCalledInSync() {
        // Given
        Fault denied = new Fault(Fault.Kind.DENIED, "test:Describe", "AccessDenied", "not you");

        // When
        String text = text(Plans.of(desired(hundred), live(Map.of("a", Observed.unseen(denied)))));

        // Then
        assertThat(text)
                .contains("1 could not be looked at")
                .contains("test/widget/a  test:Describe: AccessDenied: not you")
                .doesNotContain("all ");
    }

    @Test
    void aPlanSaysWhyItKnowsNothingOfWhatWasNotSeen() {
        // Given
        Fault away = new Fault(Fault.Kind.TRANSIENT, "test:Describe", "NoAnswer", "Connection refused");
        Plan plan = Plans.of(desired(hundred), live(Map.of("a", Observed.unseen(away))));
        PlanDocument document = PlanDocument.of(plan, Optional.empty());

        // When
        String text = PlanText.of(document);
        String markdown = PlanMarkdown.of(document);

        // Then
        assertThat(text)
                .startsWith("test: nothing to do about what could be looked at")
                .endsWith("""

                        Not seen, and so perhaps different as well
                          test/widget/a  test:Describe: NoAnswer: Connection refused
                        """);
        assertThat(markdown).contains("""
                        ## Not seen, and so perhaps different as well

                        | resource | why |
                        | --- | --- |
                        | `test/widget/a` | `test:Describe: NoAnswer: Connection refused` |
                        """);
    }

    @Test
    void aValueCannotSteerATerminal() {
        // Given
        Widget hostile = fifty.withVersion("\u001b]0;owned\u0007\u009b2J\u202egnp.exe\nnext: all is well");
        Widget declared = hundred.withVersion("1");

        // When
        String text = text(Plans.drifted(declared, hostile));

        // Then
        assertThat(text.chars()).noneMatch(it -> it != '\n' && Character.getType(it) == Character.CONTROL);
        assertThat(text).contains("\\u001b]0;owned").contains("\\u202e").doesNotContain("\nnext: all is well");
    }

    @Test
    void whatACommitSaysCanNeitherSteerATerminalNorPassForALineOfOurs() {
        // Given
        DesiredState declared =
                by(new Authored("\u001b[2J`Eve`", "e", NOON, "\u202e<b>@everyone</b> | next: all is well"));
        Plan plan = Plans.of(declared, live(hundred));

        // When
        String text = text(plan) + PlanText.of(PlanDocument.of(plan, Optional.empty()));
        String markdown = markdown(plan) + PlanMarkdown.of(PlanDocument.of(plan, Optional.empty()));

        // Then
        assertThat(text.chars()).noneMatch(it -> it != '\n' && Character.getType(it) == Character.CONTROL);
        assertThat(text).contains("by \\u001b[2J`Eve`, \\u202e<b>");
        assertThat(markdown)
                .contains(" by `` \\u001b[2J`Eve` ``, `\\u202e<b>@everyone</b> \\| next: all is well`, written ");
    }

    private DesiredState by(Authored author) {
        DesiredState declared = desired(hundred);
        Revision revision = new Revision("9f2c1e7", Optional.empty(), Optional.of(author));
        return new DesiredState(
                declared.environment(),
                declared.aws(),
                declared.policy(),
                declared.path(),
                revision,
                false,
                declared.resources());
    }

    @Test
    void aValueCannotLeaveItsCodeSpanInMarkdown() {
        assertThat(Markdown.code("a`b")).isEqualTo("``a`b``");
        assertThat(Markdown.code("```")).isEqualTo("```` ``` ````");
        assertThat(Markdown.code("a | b")).isEqualTo("`a \\| b`");
        assertThat(Markdown.code("a\n\n# b")).isEqualTo("`a\\u000a\\u000a# b`");
        assertThat(Markdown.code("<img src=x onerror=alert(1)>"))
                .startsWith("`<")
                .endsWith(">`");
    }

    @Test
    void agesAreToldInTheLargestUnitThatSaysThem() {
        assertThat(Plain.age(NOON, NOON.plusSeconds(59))).isEqualTo("59 s");
        assertThat(Plain.age(NOON, NOON.plusSeconds(60))).isEqualTo("1 min");
        assertThat(Plain.age(NOON, NOON.plusSeconds(3600))).isEqualTo("1 h");
        assertThat(Plain.age(NOON, NOON.plusSeconds(86_400 * 3))).isEqualTo("3 d");
        assertThat(Plain.age(NOON, NOON.minusSeconds(5))).isEqualTo("0 s");
    }

    @Test
    void colourChangesNoWordAndNoColumn() {
        // Given
        DriftDocument report = DriftDocument.of(Plans.drifted(hundred, fifty), Optional.empty());
        PlanDocument plan = PlanDocument.of(Plans.drifted(hundred, fifty), Optional.empty());

        // When
        String painted = DriftText.of(report, Paint.ANSI) + PlanText.of(plan, Paint.ANSI);

        // Then
        assertThat(painted).contains("\u001B[31mLiveDrift\u001B[0m", "\u001B[32m100\u001B[0m", "\u001B[31m50\u001B[0m");
        assertThat(painted.replaceAll("\u001B\\[[0-9]*m", "")).isEqualTo(DriftText.of(report) + PlanText.of(plan));
    }
}
