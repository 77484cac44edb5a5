package io.holdfast.cli;

import static io.holdfast.model.Widgets.desired;
import static io.holdfast.model.Widgets.live;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Fault;
import io.holdfast.model.Mode;
import io.holdfast.model.Observed;
import io.holdfast.model.Plan;
import io.holdfast.model.Widget;
import io.holdfast.model.WidgetKind;
import io.holdfast.model.Widgets;
import io.holdfast.report.Plans;
import io.holdfast.report.document.DriftDocument;
import io.holdfast.report.document.PlanDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitTest {
    private final Widget hundred = Widget.named("a").withSize(100);
    private final Widget fifty = Widget.named("a").withSize(50);
    private final Fault denied = new Fault(Fault.Kind.DENIED, "test:Describe", "AccessDenied", "no");

    private static Exit drift(Plan plan) {
        return Verdicts.of(DriftDocument.of(plan, Optional.empty()));
    }

    private static Exit plan(Plan plan) {
        return Verdicts.of(PlanDocument.of(plan, Optional.empty()));
    }

    @Test
    void everyExitHasItsPublishedCode() {
        assertThat(List.of(Exit.values())).extracting(Exit::code).containsExactly(0, 2, 3, 4, 6, 7, 5, 1, 64);
    }

    @Test
    void inSyncIsClean() {
        Plan plan = Plans.of(desired(hundred), live(hundred));

        assertThat(drift(plan)).isEqualTo(Exit.CLEAN);
        assertThat(plan(plan)).isEqualTo(Exit.CLEAN);
    }

    @Test
    void whatIsMissingIsPending() {
        Plan plan = Plans.of(desired(hundred), live(Map.of("a", Observed.absent())));

        assertThat(drift(plan)).isEqualTo(Exit.PENDING);
        assertThat(plan(plan)).isEqualTo(Exit.PENDING);
    }

    @Test
    void whatSomebodyElseChangedIsLiveDrift() {
        Plan plan = Plans.drifted(hundred, fifty);

        assertThat(drift(plan)).isEqualTo(Exit.LIVE_DRIFT);
        assertThat(plan(plan)).isEqualTo(Exit.LIVE_DRIFT);
    }

    @Test
    void aPlanThatWaitsForAPersonIsBlocked() {
        Plan plan = Plans.of(desired(Mode.PROPOSE, Widgets.declared(new WidgetKind(), hundred)), live(fifty));

        assertThat(plan(plan)).isEqualTo(Exit.BLOCKED);
    }

    @Test
    void notHavingSeenEverythingIsGraverThanAnyDrift() {
        Plan plan = Plans.of(
                desired(hundred, Widget.named("b")),
                live(Map.of("a", Widgets.ours(fifty), "b", Observed.unseen(denied))));

        assertThat(drift(plan)).isEqualTo(Exit.NOT_SEEN);
        assertThat(plan(plan)).isEqualTo(Exit.NOT_SEEN);
    }

    @Test
    void severalEnvironmentsExitWithTheGravest() {
        assertThat(Exit.gravest(List.of(Exit.PENDING, Exit.NOT_SEEN, Exit.LIVE_DRIFT)))
                .isEqualTo(Exit.NOT_SEEN);
        assertThat(Exit.gravest(List.of())).isEqualTo(Exit.CLEAN);
    }

    @Test
    void foldedTheyAreTerraforms() {
        assertThat(List.of(Exit.values())).extracting(Exit::folded).containsExactly(0, 2, 2, 2, 1, 1, 1, 1, 64);
    }
}
