package io.holdfast.kind.rdsinstance;

import io.holdfast.model.Excuse;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Observed;
import io.holdfast.model.Step;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes that wait for the maintenance window. A call that applies at once applies all of them, also what somebody else
 * parked there for a quiet hour.
 */
final class Parked {
    /** What RDS keeps for the window unless it is told to apply it at once. */
    private static final Set<String> WINDOWED = Set.of(
            "engineVersion",
            "instanceClass",
            "allocatedStorage",
            "storageType",
            "iops",
            "storageThroughput",
            "multiAZ",
            "backupRetentionPeriod",
            "optionGroup",
            "iamDatabaseAuthentication",
            "caCertificateIdentifier",
            "networkType",
            "licenseModel");

    private Parked() {}

    /** Whether the call has to say that it means now; where it need not, it does not, and leaves what is parked alone. */
    static boolean isToApplyAtOnce(RdsInstanceState desired, Step step) {
        return desired.isImpatient() && step.paths().stream().anyMatch(WINDOWED::contains);
    }

    /** What a call would bring about now although somebody parked it and the YAML does not ask for it, in a sentence. */
    static Optional<String> released(RdsInstanceState desired, Observed.Present<RdsInstanceState> live, Step step) {
        if (!isToApplyAtOnce(desired, step)) {
            return Optional.empty();
        }
        String parked = live.facts().excuses().stream()
                .filter(it -> it.reason() == Reason.PENDING_WINDOW)
                .filter(it -> !step.paths().contains(it.path()) && !isAskedFor(desired, it))
                .map(Parked::named)
                .sorted()
                .collect(Collectors.joining(", "));
        return Optional.of(parked)
                .filter(it -> !it.isEmpty())
                .map(it ->
                        "with applyImmediately it would also bring about what somebody parked for the maintenance window and"
                                + " the YAML does not ask for: " + it
                                + "; approve that, declare it, take it back, or leave out applyImmediately");
    }

    private static boolean isAskedFor(RdsInstanceState desired, Excuse parked) {
        return parked.value()
                .filter(it -> Wishes.areMet(desired, parked.path(), it))
                .isPresent();
    }

    private static String named(Excuse parked) {
        return parked.path() + parked.value().map(it -> " " + it).orElse("");
    }
}
