package io.holdfast.kind.rdsinstance;

import io.holdfast.model.Outcome;
import io.holdfast.model.Step;
import java.time.Duration;
import java.util.Set;

/**
 * How long RDS may take before a person hears of it. Typical times: 10 to 30 minutes to make an instance and longer with
 * a standby, 10 to 20 for a class or a minor version, 15 to 60 for a standby. The limits are somewhat more, as those of
 * Terraform's AWS provider are (40 and 80 minutes).
 */
final class Patience {
    static final Duration CREATE = Duration.ofHours(1);

    /** With the final snapshot of a large volume. */
    static final Duration DELETE = Duration.ofHours(2);

    private static final Duration CHANGE = Duration.ofMinutes(80);
    private static final Duration STANDBY = Duration.ofHours(2);

    /** What the next look shows already. */
    private static final Set<String> AT_ONCE =
            Set.of("autoMinorVersionUpgrade", "maxAllocatedStorage", "deletionProtection", "copyTagsToSnapshot");

    private Patience() {}

    /** What RDS keeps for the window and does not show meanwhile is not late before the window is over. */
    static Outcome outOfSight(Duration untilTheWindowIsOver) {
        return Outcome.underway("", untilTheWindowIsOver.plus(CHANGE));
    }

    static Outcome outcome(Step step) {
        return AT_ONCE.containsAll(step.paths())
                ? Outcome.done()
                : Outcome.underway("", step.paths().contains("multiAZ") ? STANDBY : CHANGE);
    }
}
