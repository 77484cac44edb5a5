package io.holdfast.consent;

import io.holdfast.ledger.Ledger;
import io.holdfast.model.Change;
import io.holdfast.model.Decision;
import io.holdfast.model.Plan;
import io.holdfast.model.Ruling;
import io.holdfast.model.Standing;
import io.holdfast.model.Verdict;
import io.holdfast.plan.Planner;
import io.holdfast.plan.Situation;
import io.holdfast.plan.guardrail.Consent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks people about plans, and takes down what they say. */
public final class Approvals {
    private static final int IDS_SHOWN = 20;

    private final Ledger ledger;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * Wires it.
     *
     * @param ids gives every decision a name of its own, of at most 64 characters
     */
    public Approvals(Ledger ledger, Clock clock, Supplier<String> ids) {
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /** How people stand to a plan that a pass has made. */
    public Poll poll(Plan plan) {
        Standing standing = ledger.standing(plan.environment());
        Situation now = new Situation(plan.report(), Optional.empty(), standing, clock.instant());
        Plan judged = Planner.plan(now);
        Worth worth = new Worth(judged, now);
        return new Poll(
                judged,
                questions(unanswered(now), judged, now),
                standing.decisions().stream()
                        .sorted(Comparator.comparing(Decision::at).reversed().thenComparing(Decision::id))
                        .map(worth::of)
                        .toList());
    }

    /** Both plans are made of one report at one time, so that their changes are the same, one by one. */
    private static List<Question> questions(Plan unanswered, Plan judged, Situation now) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < unanswered.changes().size(); i++) {
            for (Ruling ruling : unanswered.changes().get(i).rulings()) {
                if (ruling.verdict() instanceof Verdict.NeedsApproval asked) {
                    questions.add(question(judged.changes().get(i), ruling.guardrail(), asked, now));
                }
            }
        }
        return questions;
    }

    private static Question question(Change change, String guardrail, Verdict.NeedsApproval asked, Situation now) {
        return new Question(
                change,
                guardrail,
                asked.reason(),
                asked.sentence(),
                asked.byName(),
                Consent.agreeing(asked, change, now),
                now.policy().approvals().required(),
                Consent.refusal(change, now));
    }

    /** Hears a word about a plan that a pass has made. Nothing is kept before {@link #keep}. */
    public Hearing hear(Plan plan, Word word) {
        if (!plan.id().equals(word.planId())) {
            return new Hearing.Outdated(
                    "the plan is " + plan.id() + " now; look at it, and say what you think of that");
        }
        Situation now = new Situation(plan.report(), Optional.empty(), Standing.none(), clock.instant());
        Optional<String> objection = word.approves() ? Consent.objection(word.actor(), now) : Optional.empty();
        if (objection.isPresent()) {
            return new Hearing.Discounted(objection.orElseThrow());
        }
        List<Change> asking =
                unanswered(now).changes().stream().filter(Change::asks).toList();
        List<Change> meant = asking.stream().filter(it -> isMeant(it, word)).toList();
        return strange(word, asking, meant)
                .<Hearing>map(Hearing.Pointless::new)
                .orElseGet(() -> new Hearing.Heard(decision(plan, word, meant, now)));
    }

    /** From here on the guardrails hear it too. */
    public void keep(Decision decision) {
        ledger.decide(decision);
    }

    /** Everything that asks, also where somebody has answered already: they may want to say something else. */
    private static Plan unanswered(Situation now) {
        return Planner.plan(new Situation(now.report(), now.account(), Standing.none(), now.now()));
    }

    /** A yes to all is no yes to what must be named; a no to all is a no to that too. */
    private static boolean isMeant(Change change, Word word) {
        return word.resources().isEmpty()
                ? !word.approves() || !mustBeNamed(change)
                : word.resources().contains(change.id().toString());
    }

    private static boolean mustBeNamed(Change change) {
        return change.rulings().stream()
                .anyMatch(it -> it.verdict() instanceof Verdict.NeedsApproval asked && asked.byName());
    }

    private static Optional<String> strange(Word word, List<Change> asking, List<Change> meant) {
        SortedSet<String> unmet = new TreeSet<>(word.resources());
        unmet.removeAll(meant.stream().map(it -> it.id().toString()).toList());
        if (!unmet.isEmpty()) {
            return Optional.of("nothing in this plan asks a person about " + shown(unmet) + "; " + whatAsks(asking));
        }
        return meant.isEmpty()
                ? Optional.of("nothing in this plan can be answered without a name; " + whatAsks(asking))
                : Optional.empty();
    }

    private static String whatAsks(List<Change> asking) {
        if (asking.isEmpty()) {
            return "nothing in it asks";
        }
        SortedSet<String> named = new TreeSet<>();
        SortedSet<String> unnamed = new TreeSet<>();
        asking.forEach(it -> (mustBeNamed(it) ? named : unnamed).add(it.id().toString()));
        return Stream.of(
                        unnamed.isEmpty() ? "" : shown(unnamed) + " may be answered",
                        named.isEmpty() ? "" : shown(named) + " must be named in resources")
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String shown(SortedSet<String> ids) {
        String more = ids.size() > IDS_SHOWN ? " and " + (ids.size() - IDS_SHOWN) + " more" : "";
        return ids.stream().limit(IDS_SHOWN).collect(Collectors.joining(", ")) + more;
    }

    private Decision decision(Plan plan, Word word, List<Change> meant, Situation now) {
        Instant at = now.now().truncatedTo(ChronoUnit.MICROS);
        boolean named = !word.resources().isEmpty();
        return new Decision(
                ids.get(),
                plan.environment(),
                plan.id(),
                now.commit(),
                word.approves(),
                word.actor(),
                word.reason(),
                at,
                at.plus(now.policy().approvals().validFor()),
                meant.stream().map(it -> Decision.Item.of(it, named)).toList());
    }
}
