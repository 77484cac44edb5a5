package io.holdfast.plan;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.DesiredState;
import io.holdfast.model.Mode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a plan must know beside the drift.
 *
 * @param declaredAccount the account the YAML means
 * @param commit the revision in force
 * @param mode how far Holdfast may go in this environment
 * @param account the account of the credentials in use, as STS says; absent while nobody has asked yet
 * @param now the time of the pass
 */
public record Situation(String declaredAccount, String commit, Mode mode, Optional<String> account, Instant now) {
    public Situation {
        requireNonNull(declaredAccount, "declaredAccount");
        requireNonNull(commit, "commit");
        requireNonNull(mode, "mode");
        requireNonNull(account, "account");
        requireNonNull(now, "now");
    }

    public static Situation of(DesiredState desired, Optional<String> account, Instant now) {
        return new Situation(desired.aws().account(), desired.revision().commit(), desired.mode(), account, now);
    }
}
