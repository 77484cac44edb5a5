package io.holdfast.plan;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Standing;
import io.holdfast.model.policy.Policy;
import java.time.Instant;
import java.util.Optional;

/**
 * What a plan must know beside the drift.
 *
 * @param report what the look found, of which the plan is made
 * @param account the account of the credentials in use, as STS says; absent while nobody has asked yet
 * @param standing what people have said
 * @param now the time of the pass
 */
public record Situation(DriftReport report, Optional<String> account, Standing standing, Instant now) {
    public Situation {
        requireNonNull(report, "report");
        requireNonNull(account, "account");
        requireNonNull(standing, "standing");
        requireNonNull(now, "now");
    }

    public DesiredState desired() {
        return report.desired();
    }

    public Policy policy() {
        return desired().policy();
    }

    /** The revision in force. */
    public String commit() {
        return desired().revision().commit();
    }

    /** The account the YAML means. */
    public String declaredAccount() {
        return desired().aws().account();
    }
}
