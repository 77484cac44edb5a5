package io.holdfast.report.document;

import io.holdfast.consent.Poll;
import java.util.List;

/**
 * What people are asked about a plan, and what they have said.
 *
 * @param schema {@link #SCHEMA}
 * @param environment its name
 * @param planId the plan there is now, which an answer has to name
 * @param commit the revision in force
 * @param required how many people must agree
 * @param authorMayApprove whether whoever wrote the commit counts among them
 * @param validForSeconds how long what somebody says holds
 * @param questions what is asked, answered or not, in the order of the plan
 * @param decisions what was said, the latest first, at most {@value #MOST}; what counts no longer is shown for some days
 */
public record ApprovalsDocument(
        String schema,
        String environment,
        String planId,
        String commit,
        int required,
        boolean authorMayApprove,
        long validForSeconds,
        List<QuestionDocument> questions,
        List<DecisionDocument> decisions) {
    public static final String SCHEMA = "holdfast.approvals/v1";
    private static final int MOST = 100;

    public static ApprovalsDocument of(Poll poll) {
        var desired = poll.plan().report().desired();
        var rules = desired.policy().approvals();
        return new ApprovalsDocument(
                SCHEMA,
                poll.plan().environment(),
                poll.plan().id(),
                desired.revision().commit(),
                rules.required(),
                rules.authorMayApprove(),
                rules.validFor().toSeconds(),
                poll.questions().stream().map(QuestionDocument::of).toList(),
                poll.remarks().stream().limit(MOST).map(DecisionDocument::of).toList());
    }
}
