package io.holdfast.model.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Who must agree where a person is asked.
 *
 * @param required how many different people, 1 or more
 * @param authorMayApprove whether whoever wrote the commit counts among them
 * @param validFor how long an approval holds
 */
public record ApprovalRules(int required, boolean authorMayApprove, Duration validFor) {
    /** A day: whoever approves in the evening finds it done in the morning, and nothing acts on last month's word. */
    public static final ApprovalRules DEFAULT = new ApprovalRules(1, true, Duration.ofHours(24));

    public ApprovalRules {
        requireNonNull(validFor, "validFor");
    }
}
