package io.holdfast.plan.guardrail;

import io.holdfast.model.Authored;
import io.holdfast.model.Change;
import io.holdfast.model.Decision;
import io.holdfast.model.Verdict;
import io.holdfast.model.policy.ApprovalRules;
import io.holdfast.plan.Situation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether enough people have agreed where one is asked. */
public final class Consent {
    private Consent() {}

    /** The verdict, or what people's words have made of it. One no outweighs any number of yeses. */
    public static Verdict answer(Verdict verdict, Change change, Situation situation) {
        return verdict instanceof Verdict.NeedsApproval asked ? answer(asked, change, situation) : verdict;
    }

    /** Whether both wait for people: one yes to the plan lets them go together, so that neither needs to wait for the other. */
    static boolean isAskedOfBoth(Change one, Change other) {
        return one.verdict() instanceof Verdict.NeedsApproval && other.verdict() instanceof Verdict.NeedsApproval;
    }

    private static Verdict answer(Verdict.NeedsApproval asked, Change change, Situation situation) {
        return refusal(change, situation)
                .map(Consent::declined)
                .orElseGet(() -> weighed(
                        asked,
                        agreeing(asked, change, situation),
                        situation.policy().approvals()));
    }

    /** Who says no to a change, and has not taken it back by a later yes. */
    public static Optional<Decision> refusal(Change change, Situation situation) {
        List<Decision> about = about(change, situation);
        return about.stream()
                .filter(it -> !it.approved())
                .filter(no -> about.stream().noneMatch(it -> it.approved() && isLaterWord(it, no)))
                .findFirst();
    }

    /**
     * Who says yes to a change, by name; a yes that was followed by a no of the same person is none. Where only the mode
     * asks, who said yes to the making of the resource has said yes to the rest of it.
     */
    public static List<String> agreeing(Verdict.NeedsApproval asked, Change change, Situation situation) {
        List<Decision> about = about(change, situation);
        Stream<Decision> making = asked.reason().equals(ModeGuardrail.PROPOSED)
                ? situation.standing().decisions().stream()
                        .filter(it -> it.isCompletedBy(change, situation.commit(), situation.now()))
                : Stream.empty();
        return Stream.concat(about.stream().filter(Decision::approved), making)
                .filter(yes -> about.stream().noneMatch(it -> !it.approved() && isOf(it, yes) && !isLaterWord(yes, it)))
                .filter(it -> !asked.byName() || it.names(change))
                .map(Decision::actor)
                .filter(it -> objection(it, situation).isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Decision> about(Change change, Situation situation) {
        return situation.standing().decisions().stream()
                .filter(it -> it.isAbout(change, situation.commit(), situation.now()))
                .toList();
    }

    private static boolean isOf(Decision word, Decision other) {
        return word.actor().equals(other.actor());
    }

    /** People may change their minds; of two words of one moment the no counts. */
    private static boolean isLaterWord(Decision later, Decision earlier) {
        return isOf(later, earlier) && later.at().isAfter(earlier.at());
    }

    /**
     * Why somebody's yes does not count, for people; empty when it does. Where the author may not approve and nobody knows
     * who that is, anybody may be the author.
     */
    public static Optional<String> objection(String actor, Situation situation) {
        if (situation.policy().approvals().authorMayApprove()) {
            return Optional.empty();
        }
        Optional<Authored> authored = situation.desired().revision().authored();
        if (authored.isEmpty()) {
            return Optional.of("who wrote commit " + situation.commit()
                    + " is not known, and the policy counts nobody's yes to their own commit; the folder of"
                    + " environments has to be under git for that");
        }
        return authored.filter(it -> it.isBy(actor))
                .map(it -> actor + " wrote commit " + situation.commit()
                        + ", and the policy counts nobody's yes to their own commit");
    }

    private static Verdict declined(Decision no) {
        return Verdict.holdUntil(
                no.expiresAt(),
                "Declined",
                "declined by " + no.actor() + no.reason().map(it -> ": " + it).orElse(""));
    }

    private static Verdict weighed(Verdict.NeedsApproval asked, List<String> agreeing, ApprovalRules rules) {
        if (agreeing.size() >= rules.required()) {
            return new Verdict.Approved(asked.reason(), "approved by " + String.join(", ", agreeing));
        }
        if (agreeing.isEmpty()) {
            return asked;
        }
        return new Verdict.NeedsApproval(
                asked.reason(),
                asked.sentence() + "; approved by " + String.join(", ", agreeing) + ", and " + rules.required()
                        + " people are asked",
                asked.byName());
    }
}
