package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Decision;
import io.holdfast.model.Verdict;
import io.holdfast.model.policy.ApprovalRules;
import io.holdfast.plan.Situation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether enough people have agreed where one is asked. */
public final class Consent {
    private Consent() {}

    /** The verdict, or what people's words have made of it. One no outweighs any number of yeses. */
    public static Verdict answer(Verdict verdict, Change change, Situation situation) {
        return verdict instanceof Verdict.NeedsApproval asked ? answer(asked, change, situation) : verdict;
    }

    private static Verdict answer(Verdict.NeedsApproval asked, Change change, Situation situation) {
        List<Decision> about = situation.standing().decisions().stream()
                .filter(it -> it.isAbout(change, situation.commit(), situation.now()))
                .toList();
        Optional<Decision> no = about.stream().filter(it -> !it.approved()).findFirst();
        if (no.isPresent()) {
            return Verdict.holdUntil(
                    no.orElseThrow().expiresAt(),
                    "Declined",
                    "declined by " + no.orElseThrow().actor()
                            + no.orElseThrow().reason().map(it -> ": " + it).orElse(""));
        }
        List<String> agreeing = about.stream()
                .filter(it -> !asked.byName() || it.names(change))
                .flatMap(it -> counted(it, situation))
                .distinct()
                .sorted()
                .toList();
        return weighed(asked, agreeing, situation.policy().approvals());
    }

    /** Who spoke, unless it is the commit's author and that does not count. */
    private static Stream<String> counted(Decision decision, Situation situation) {
        boolean isAuthor = situation
                .desired()
                .revision()
                .authored()
                .filter(it -> it.isBy(decision.actor()))
                .isPresent();
        return isAuthor && !situation.policy().approvals().authorMayApprove()
                ? Stream.empty()
                : Stream.of(decision.actor());
    }

    private static Verdict weighed(Verdict.NeedsApproval asked, List<String> agreeing, ApprovalRules rules) {
        if (agreeing.size() >= rules.required()) {
            return new Verdict.Approved(
                    asked.reason(), "approved by " + agreeing.stream().collect(Collectors.joining(", ")));
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
