package io.holdfast.reconcile;

import io.holdfast.apply.Applied;
import io.holdfast.apply.Applier;
import io.holdfast.drift.DriftDetector;
import io.holdfast.ledger.Ledger;
import io.holdfast.live.LiveReader;
import io.holdfast.model.Cloud;
import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Flaws;
import io.holdfast.model.Handlers;
import io.holdfast.model.LiveState;
import io.holdfast.model.Memory;
import io.holdfast.model.Plan;
import io.holdfast.plan.Planner;
import io.holdfast.plan.Situation;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Reporter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One trip through the loop for one environment. */
public final class Pass {
    private final Ledger ledger;
    private final Accounts accounts;
    private final Applier applier;
    private final Reporter reporter;
    private final Clock clock;

    public Pass(Ledger ledger, Applier applier, Reporter reporter, Clock clock) {
        this.ledger = ledger;
        this.accounts = new Accounts();
        this.applier = applier;
        this.reporter = reporter;
        this.clock = clock;
    }

    /**
     * Looks, compares, plans, acts, reports.
     *
     * @param look begun already, so that passes which start together share their calls; closed when this one has looked
     * @param askedByPerson whether earlier failures and refusals are forgiven
     */
    public EnvironmentStatus run(
            DesiredState desired, Flaws flaws, Cloud cloud, Cloud.Look look, boolean askedByPerson) {
        Plan plan = plan(desired, cloud, look, askedByPerson);
        List<Applied> applied = applier.apply(plan, cloud);
        return reporter.report(plan, applied, flaws);
    }

    /** The same with a look of its own. */
    public EnvironmentStatus run(DesiredState desired, Flaws flaws, Cloud cloud, boolean askedByPerson) {
        return run(desired, flaws, cloud, cloud.look(), askedByPerson);
    }

    /** A dry run: a plan nobody applies. What was learnt by looking is remembered all the same. */
    public Plan plan(DesiredState desired, Cloud cloud, boolean askedByPerson) {
        return plan(desired, cloud, cloud.look(), askedByPerson);
    }

    private Plan plan(DesiredState desired, Cloud cloud, Cloud.Look look, boolean askedByPerson) {
        Memory memory;
        LiveState live;
        Optional<String> account;
        try (look) {
            memory = Remembering.recall(ledger, desired.environment(), askedByPerson);
            account = accounts.of(cloud);
            live = read(desired, memory, look, account);
        }
        DriftReport drift = DriftDetector.detect(desired, live, memory, clock.instant());
        Remembering.keep(ledger, memory, live, drift);
        return Planner.plan(new Situation(drift, account, ledger.standing(desired.environment()), clock.instant()));
    }

    private LiveState read(DesiredState desired, Memory memory, Cloud.Look look, Optional<String> account) {
        Handlers handlers = account.flatMap(it -> Accounts.trouble(desired.aws(), it))
                .map(look.handlers()::blindedBy)
                .orElseGet(look::handlers);
        return LiveReader.read(desired, memory, handlers, clock.instant());
    }
}
