package io.holdfast.consent;

import static io.holdfast.model.Widgets.AUTHORED;
import static io.holdfast.model.Widgets.declared;

import io.holdfast.apply.Applier;
import io.holdfast.ledger.InMemoryLedger;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Flaws;
import io.holdfast.model.Mode;
import io.holdfast.model.Pause;
import io.holdfast.model.Plan;
import io.holdfast.model.Revision;
import io.holdfast.model.Widget;
import io.holdfast.model.WidgetCloud;
import io.holdfast.model.WidgetKind;
import io.holdfast.model.Widgets;
import io.holdfast.model.policy.ApprovalRules;
import io.holdfast.model.policy.Limits;
import io.holdfast.model.policy.Policy;
import io.holdfast.model.policy.Prune;
import io.holdfast.model.policy.Windows;
import io.holdfast.reconcile.Pass;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Reporter;
import io.holdfast.report.StatusBoard;
import io.holdfast.sandbox.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** An environment of widgets in which people are asked, and the people. Every pass is a new process over the same ledger. */
final class Town {
    static final Duration DAY = Duration.ofHours(24);

    final TestClock clock = new TestClock();
    final InMemoryLedger ledger = new InMemoryLedger();
    final WidgetCloud cloud = new WidgetCloud();
    private final List<Declared<?>> resources = new ArrayList<>();
    private WidgetKind kind = new WidgetKind();
    private Revision revision = revisionOf("9f2c1e7");
    private ApprovalRules rules = new ApprovalRules(1, true, DAY);
    private Plan last;
    private int ids;

    private static Revision revisionOf(String commit) {
        return new Revision(commit, Optional.of(Widgets.NOON), Optional.of(AUTHORED));
    }

    Town declaring(Widget... widgets) {
        resources.clear();
        Arrays.stream(widgets).map(it -> declared(kind, it)).forEach(resources::add);
        return this;
    }

    Town of(WidgetKind other) {
        kind = other;
        cloud.of(other);
        return this;
    }

    Town at(String commit) {
        revision = revisionOf(commit);
        return this;
    }

    Town byNobody() {
        revision = Revision.of("9f2c1e7");
        return this;
    }

    Town ruledBy(int required, boolean authorMayApprove) {
        rules = new ApprovalRules(required, authorMayApprove, DAY);
        return this;
    }

    private DesiredState desired() {
        Policy policy = new Policy(
                Mode.PROPOSE,
                List.of(),
                List.of(),
                Windows.none(),
                Limits.DEFAULT,
                new Prune(true, Duration.ZERO),
                rules);
        return new DesiredState(
                "test",
                new AwsTarget(Widgets.ACCOUNT, "eu-central-1", Optional.empty()),
                policy,
                "environments/test.yaml",
                revision,
                false,
                resources);
    }

    EnvironmentStatus pass() {
        Applier applier = new Applier(ledger, clock, Optional::empty, id -> Map.of());
        Reporter reporter = new Reporter(ledger, new StatusBoard(), clock);
        EnvironmentStatus status =
                new Pass(ledger, applier, reporter, clock).run(desired(), Flaws.none(), cloud, false);
        last = status.plan().orElseThrow();
        clock.advance(Duration.ofSeconds(1));
        return status;
    }

    /** What passes come to that follow each other until nothing is written any more. */
    List<String> passes() {
        int before;
        do {
            before = cloud.writes().size();
            pass();
        } while (cloud.writes().size() > before);
        return cloud.writes();
    }

    Plan plan() {
        return last;
    }

    private Approvals approvals() {
        return new Approvals(ledger, clock, () -> "d" + ids++);
    }

    Poll poll() {
        return approvals().poll(last);
    }

    Hearing says(String who, boolean approves, String... resources) {
        return says(last.id(), who, approves, resources);
    }

    /** What somebody says who saw a plan; it is kept if it is heard. */
    Hearing says(String planId, String who, boolean approves, String... resources) {
        Word word = new Word(approves, planId, new TreeSet<>(List.of(resources)), who, Optional.of("seen"));
        Hearing hearing = approvals().hear(last, word);
        if (hearing instanceof Hearing.Heard heard) {
            approvals().keep(heard.decision());
        }
        clock.advance(Duration.ofSeconds(1));
        return hearing;
    }

    void pause(String scope) {
        ledger.pause(new Pause(scope, "a look", "olga", clock.instant(), Optional.empty()));
    }
}
