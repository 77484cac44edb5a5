package io.holdfast.report;

import io.holdfast.apply.Applied;
import io.holdfast.ledger.Ledger;
import io.holdfast.ledger.LedgerUnavailable;
import io.holdfast.model.Condition;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Event;
import io.holdfast.model.Flaws;
import io.holdfast.model.Health;
import io.holdfast.model.Mode;
import io.holdfast.model.Outcome;
import io.holdfast.model.Pause;
import io.holdfast.model.Plan;
import io.holdfast.model.Sync;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends a pass: decides the conditions, writes down what happened, and gives the status to show. */
public final class Reporter {
    private final Ledger ledger;
    private final StatusBoard board;
    private final Clock clock;

    public Reporter(Ledger ledger, StatusBoard board, Clock clock) {
        this.ledger = ledger;
        this.board = board;
        this.clock = clock;
    }

    /** After a pass that went all the way. */
    public EnvironmentStatus report(Plan plan, List<Applied> applied, Flaws flaws) {
        Instant now = clock.instant();
        DesiredState desired = plan.report().desired();
        String commit = desired.revision().commit();
        List<Condition> earlier = ledger.conditions(plan.environment());
        List<Condition> conditions =
                new Conditions(commit, now).decide(flaws, Optional.of(plan), pause(plan.environment(), now), earlier);
        News news = new News(plan.environment(), commit, now);
        List<Event> events = new ArrayList<>(news.ofDrift(plan.report()));
        events.addAll(news.ofChanges(applied));
        events.addAll(news.ofConditions(earlier, conditions));
        write(plan.environment(), earlier, conditions, events);
        boolean success = plan.report().isComplete() && applied.stream().noneMatch(Reporter::isFailed);
        return new EnvironmentStatus(
                plan.environment(),
                plan.report().sync(),
                plan.report().health(),
                Operation.of(plan),
                Optional.of(desired.mode()),
                conditions,
                flaws.lines(),
                Optional.of(plan),
                now,
                success ? Optional.of(now) : lastSuccess(plan.environment()),
                now);
    }

    /** When no desired state has ever loaded: there is nothing to look for. */
    public EnvironmentStatus nothingInForce(String environment, Flaws flaws) {
        Instant now = clock.instant();
        List<Condition> earlier = earlier(environment);
        List<Condition> conditions = new Conditions("", now).decide(flaws, Optional.empty(), Optional.empty(), earlier);
        // Told only: what is written down belongs to a commit, and none was ever in force.
        new News(environment, "-", now).ofConditions(earlier, conditions);
        return status(environment, Optional.empty(), Optional.empty(), conditions, flaws, now);
    }

    /** When a pass broke off: what was seen last stays on the board, and says that it is old. */
    public EnvironmentStatus broken(DesiredState desired, Flaws flaws, RuntimeException why) {
        Instant now = clock.instant();
        String environment = desired.environment();
        String commit = desired.revision().commit();
        Optional<Plan> last = board.find(environment).flatMap(EnvironmentStatus::plan);
        List<Condition> earlier = earlier(environment);
        String reason = why instanceof LedgerUnavailable ? "LedgerUnavailable" : "PassFailed";
        List<Condition> conditions = new Conditions(commit, now)
                .afterFailure(flaws, last, earlier, reason, String.valueOf(why.getMessage()));
        News.failed(environment, reason, why, earlier);
        return status(environment, last, Optional.of(desired.mode()), conditions, flaws, now);
    }

    private EnvironmentStatus status(
            String environment,
            Optional<Plan> last,
            Optional<Mode> mode,
            List<Condition> conditions,
            Flaws flaws,
            Instant now) {
        return new EnvironmentStatus(
                environment,
                Sync.UNKNOWN,
                Health.Status.UNKNOWN,
                Operation.IDLE,
                mode,
                conditions,
                flaws.lines(),
                last,
                now,
                lastSuccess(environment),
                now);
    }

    private Optional<Pause> pause(String environment, Instant now) {
        return ledger.standing(environment).pause(environment, now);
    }

    /** The conditions as last shown: the ledger may be what is broken. */
    private List<Condition> earlier(String environment) {
        return board.find(environment).map(EnvironmentStatus::conditions).orElse(List.of());
    }

    private Optional<Instant> lastSuccess(String environment) {
        return board.find(environment).flatMap(EnvironmentStatus::lastSuccessAt);
    }

    private void write(String environment, List<Condition> earlier, List<Condition> conditions, List<Event> events) {
        if (!conditions.equals(earlier)) {
            ledger.replaceConditions(environment, conditions);
        }
        if (!events.isEmpty()) {
            ledger.append(events);
        }
    }

    private static boolean isFailed(Applied applied) {
        return applied.outcome().filter(Outcome.Failed.class::isInstance).isPresent();
    }
}
