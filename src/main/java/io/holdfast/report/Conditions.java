package io.holdfast.report;

import io.holdfast.model.Attempt;
import io.holdfast.model.Change;
import io.holdfast.model.Condition;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Flaws;
import io.holdfast.model.Health;
import io.holdfast.model.Pause;
import io.holdfast.model.Plan;
import io.holdfast.model.Subject;
import io.holdfast.model.Sync;
import io.holdfast.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what is true of an environment, once, at the end of a pass. */
final class Conditions {
    /** Reasons for a hold that no passing of time removes. */
    private static final Set<String> NEED_A_PERSON = Set.of(
            "Stalled",
            "WrongAccount",
            "RolledBack",
            "Rejected",
            "Unowned",
            "Foreign",
            "OwnerUnknown",
            "Contended",
            "NotShown",
            "Declined",
            "Protected",
            "NoFinalSnapshot",
            "ReplaceRequired");

    private final String commit;
    private final Instant now;

    Conditions(String commit, Instant now) {
        this.commit = commit;
        this.now = now;
    }

    /** All six, each with the time its status last moved. */
    List<Condition> decide(Flaws flaws, Optional<Plan> plan, Optional<Pause> pause, List<Condition> earlier) {
        List<Condition> decided = new ArrayList<>();
        decided.add(valid(flaws, plan));
        decided.add(plan.map(it -> observed(it.report())).orElseGet(() -> unknown(Condition.Type.OBSERVED)));
        decided.add(plan.map(it -> inSync(it.report())).orElseGet(() -> unknown(Condition.Type.IN_SYNC)));
        decided.add(plan.map(it -> healthy(it.report())).orElseGet(() -> unknown(Condition.Type.HEALTHY)));
        decided.add(paused(pause));
        decided.add(stalled(flaws, plan));
        return decided.stream().map(it -> after(it, earlier)).toList();
    }

    /** After a pass that broke off: what was true of the YAML is known, all else is not. */
    List<Condition> afterFailure(
            Flaws flaws, Optional<Plan> last, List<Condition> earlier, String reason, String message) {
        List<Condition> decided = List.of(
                valid(flaws, last),
                condition(Condition.Type.OBSERVED, Condition.Status.UNKNOWN, reason, message),
                condition(Condition.Type.IN_SYNC, Condition.Status.UNKNOWN, reason, message),
                condition(Condition.Type.HEALTHY, Condition.Status.UNKNOWN, reason, message),
                earlier.stream()
                        .filter(it -> it.type() == Condition.Type.PAUSED)
                        .findFirst()
                        .orElseGet(() -> paused(Optional.empty())),
                condition(Condition.Type.STALLED, Condition.Status.TRUE, reason, message));
        return decided.stream().map(it -> after(it, earlier)).toList();
    }

    private static Condition after(Condition condition, List<Condition> earlier) {
        return earlier.stream()
                .filter(it -> it.type() == condition.type())
                .findFirst()
                .map(condition::after)
                .orElse(condition);
    }

    private Condition valid(Flaws flaws, Optional<Plan> plan) {
        if (flaws.isEmpty()) {
            return condition(Condition.Type.VALID, Condition.Status.TRUE, "Loaded", "the YAML loads");
        }
        int others = flaws.lines().size() - 1;
        String message = flaws.lines().get(0)
                + (others > 0 ? " (and " + others + " more)" : "")
                + (plan.isPresent() ? "; commit " + commit + " stays in force" : "; nothing is in force");
        return flaws.of() == Flaws.Of.FILES
                ? condition(Condition.Type.VALID, Condition.Status.FALSE, "Invalid", message)
                : condition(Condition.Type.VALID, Condition.Status.UNKNOWN, "NotRead", message);
    }

    private Condition observed(DriftReport report) {
        if (report.isComplete()) {
            return condition(
                    Condition.Type.OBSERVED, Condition.Status.TRUE, "Complete", "everything could be looked at");
        }
        String what = report.notSeen().entrySet().stream()
                .limit(3)
                .map(it -> it.getKey() + " (" + it.getValue() + ")")
                .collect(Collectors.joining("; "));
        return condition(
                Condition.Type.OBSERVED,
                Condition.Status.FALSE,
                "NotSeen",
                report.notSeen().size() + " could not be looked at: " + what);
    }

    private Condition inSync(DriftReport report) {
        Sync sync = report.sync();
        long drifted = report.count(Sync.OUT_OF_SYNC);
        return switch (sync) {
            case SYNCED -> condition(Condition.Type.IN_SYNC, Condition.Status.TRUE, sync.word(), "live is as declared");
            case OUT_OF_SYNC ->
                condition(
                        Condition.Type.IN_SYNC,
                        Condition.Status.FALSE,
                        sync.word(),
                        drifted + " of " + report.resources().size() + " differ");
            case UNKNOWN ->
                condition(
                        Condition.Type.IN_SYNC,
                        Condition.Status.UNKNOWN,
                        "NotSeen",
                        "not everything could be looked at");
        };
    }

    private Condition healthy(DriftReport report) {
        Health.Status worst = report.health();
        String who = report.resources().stream()
                .filter(it -> it.health().status() == worst)
                .limit(3)
                .map(it -> it.id() + ": " + it.health().sentence())
                .collect(Collectors.joining("; "));
        return switch (worst) {
            case HEALTHY, SUSPENDED ->
                condition(Condition.Type.HEALTHY, Condition.Status.TRUE, worst.word(), "every resource is well");
            case UNKNOWN -> condition(Condition.Type.HEALTHY, Condition.Status.UNKNOWN, worst.word(), who);
            default -> condition(Condition.Type.HEALTHY, Condition.Status.FALSE, worst.word(), who);
        };
    }

    private Condition stalled(Flaws flaws, Optional<Plan> plan) {
        if (plan.isEmpty() && !flaws.isEmpty()) {
            return condition(
                    Condition.Type.STALLED,
                    Condition.Status.TRUE,
                    flaws.of() == Flaws.Of.FILES ? "Invalid" : "NotRead",
                    "no desired state has ever loaded");
        }
        return plan.flatMap(Conditions::waitsForPerson)
                .map(it -> condition(
                        Condition.Type.STALLED,
                        Condition.Status.TRUE,
                        it.verdict().reason(),
                        it.id() + ": " + it.verdict().sentence()))
                .or(() -> plan.flatMap(this::stillFailing))
                .or(() -> plan.flatMap(this::leftToPeople))
                .or(() -> plan.flatMap(this::overdue))
                .or(() -> held(flaws))
                .orElseGet(() -> condition(Condition.Type.STALLED, Condition.Status.FALSE, "Going", going(plan)));
    }

    private Optional<Condition> held(Flaws flaws) {
        return flaws.of() == Flaws.Of.HEAD
                ? Optional.of(condition(
                        Condition.Type.STALLED,
                        Condition.Status.TRUE,
                        "Held",
                        flaws.lines().get(0)))
                : Optional.empty();
    }

    /** What is to be approved by a person has its own place, and is no sign that something is wrong. */
    private static String going(Optional<Plan> plan) {
        long asked = plan.stream()
                .flatMap(it -> it.changes().stream())
                .filter(it -> it.verdict() instanceof Verdict.NeedsApproval)
                .count();
        return asked == 0
                ? "nothing waits for a person"
                : "nothing but what is to be approved waits for a person: " + asked;
    }

    private static Optional<Change> waitsForPerson(Plan plan) {
        return plan.changes().stream()
                .filter(it -> !(it.verdict() instanceof Verdict.Proceed))
                .filter(it -> NEED_A_PERSON.contains(it.verdict().reason()))
                .findFirst();
    }

    /** What is due again has not gone well before that is seen. */
    private Optional<Condition> stillFailing(Plan plan) {
        return plan.changes().stream()
                .filter(it -> it.verdict().mayProceed())
                .flatMap(change -> change.subject().memory().attempt().stream()
                        .filter(it -> it.isOf(change.subject().fingerprint(), commit))
                        .filter(Attempt::needsPerson)
                        .map(it -> condition(
                                Condition.Type.STALLED,
                                Condition.Status.TRUE,
                                "Stalled",
                                change.id() + ": " + it.fault() + "; failed " + it.count() + " times, tried again")))
                .findFirst();
    }

    /** One field that is left alone leaves the others free, so that no change need be held by it. */
    private Optional<Condition> leftToPeople(Plan plan) {
        return plan.report().resources().stream()
                .flatMap(drift -> drift.fields().stream()
                        .flatMap(field -> field.hold().stream()
                                .filter(it -> it.reason().isForPeople())
                                .map(it -> condition(
                                        Condition.Type.STALLED,
                                        Condition.Status.TRUE,
                                        it.reason().word(),
                                        drift.id() + ": " + field.path() + " " + it.sentence()))))
                .findFirst();
    }

    private Optional<Condition> overdue(Plan plan) {
        Optional<String> change = plan.report().resources().stream()
                .filter(this::isOverdue)
                .findFirst()
                .map(it -> it.id() + ": " + it.health().sentence());
        Optional<String> deletion = plan.report().strays().stream()
                .filter(this::isOverdue)
                .findFirst()
                .map(it -> it.id() + ": a deletion AWS accepted has not finished by its deadline");
        return change.or(() -> deletion)
                .map(it -> condition(Condition.Type.STALLED, Condition.Status.TRUE, "DeadlineExceeded", it));
    }

    private boolean isOverdue(Subject subject) {
        return subject.memory().expectation().filter(it -> it.isOverdue(now)).isPresent();
    }

    private Condition paused(Optional<Pause> pause) {
        return pause.map(it -> condition(
                        Condition.Type.PAUSED,
                        Condition.Status.TRUE,
                        it.isFleetWide() ? "LineStopped" : "Paused",
                        it.sentence()))
                .orElseGet(() ->
                        condition(Condition.Type.PAUSED, Condition.Status.FALSE, "NotPaused", "nobody has paused it"));
    }

    private Condition unknown(Condition.Type type) {
        return condition(
                type, Condition.Status.UNKNOWN, "NoDesiredState", "no desired state is in force, so nobody looked");
    }

    private Condition condition(Condition.Type type, Condition.Status status, String reason, String message) {
        return new Condition(type, status, reason, message, commit, now);
    }
}
