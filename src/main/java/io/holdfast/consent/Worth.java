package io.holdfast.consent;

import io.holdfast.model.Change;
import io.holdfast.model.Decision;
import io.holdfast.model.Plan;
import io.holdfast.plan.Situation;
import io.holdfast.plan.guardrail.Consent;
import java.util.List;
import java.util.Optional;

/** What earlier words are worth now. */
final class Worth {
    private final Plan plan;
    private final Situation situation;

    Worth(Plan plan, Situation situation) {
        this.plan = plan;
        this.situation = situation;
    }

    Remark of(Decision decision) {
        return new Remark(
                decision,
                decision.items().stream()
                        .map(it -> new Remark.Part(it, voidBecause(decision, it)))
                        .toList());
    }

    private Optional<String> voidBecause(Decision decision, Decision.Item item) {
        if (!situation.now().isBefore(decision.expiresAt())) {
            return Optional.of("it held until " + decision.expiresAt());
        }
        if (!decision.commit().equals(situation.commit())) {
            return Optional.of(
                    "it was said of commit " + decision.commit() + ", and " + situation.commit() + " is in force");
        }
        if (decision.approved()
                && Consent.objection(decision.actor(), situation).isPresent()) {
            return Consent.objection(decision.actor(), situation);
        }
        return moved(item).or(() -> takenBack(decision, item));
    }

    /** There may be two changes of one resource, and they may move apart; it is enough that one is still the same. */
    private Optional<String> moved(Decision.Item item) {
        if (plan.changes().stream().anyMatch(item::isCompletedBy)) {
            return Optional.empty();
        }
        List<Optional<String>> why = plan.changes().stream()
                .filter(item::isOf)
                .map(item::voidBecause)
                .toList();
        if (why.isEmpty()) {
            return Optional.of("nothing of the kind is planned now: it is done, or needed no longer");
        }
        return why.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : why.get(0);
    }

    private Optional<String> takenBack(Decision decision, Decision.Item item) {
        return situation.standing().decisions().stream()
                .filter(it -> it.actor().equals(decision.actor()) && it.approved() != decision.approved())
                .filter(it -> decision.approved()
                        ? !decision.at().isAfter(it.at())
                        : it.at().isAfter(decision.at()))
                .filter(it -> plan.changes().stream().filter(item::isOf).anyMatch(change -> isAbout(it, change)))
                .findFirst()
                .map(it -> it.actor() + " said otherwise at " + it.at());
    }

    private boolean isAbout(Decision decision, Change change) {
        return decision.isAbout(change, situation.commit(), situation.now());
    }
}
