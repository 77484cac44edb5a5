package io.holdfast.consent;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Plan;
import java.util.List;

/**
 * How people stand to a plan at this moment.
 *
 * @param plan with what the guardrails say once people's words are heard
 * @param questions what they are asked, in the order of the plan
 * @param remarks what they have said of this environment, the latest first; what counts no longer stays for some days
 */
public record Poll(Plan plan, List<Question> questions, List<Remark> remarks) {
    public Poll {
        requireNonNull(plan, "plan");
        questions = List.copyOf(questions);
        remarks = List.copyOf(remarks);
    }
}
