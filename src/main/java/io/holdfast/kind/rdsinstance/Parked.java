package io.holdfast.kind.rdsinstance;

import io.holdfast.model.Excuse;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Expectation;
import io.holdfast.model.Observed;
import io.holdfast.model.Step;
import java.time.Instant;
import java.util.List;
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

    /** Of those, what no answer shows while it waits: {@code PendingModifiedValues} has no member for it. */
    private static final Set<String> OUT_OF_SIGHT = Set.of("networkType");

    private Parked() {}

    /** Whether a call leaves something for the window that nothing shows until then. */
    static boolean isOutOfSight(RdsInstanceState desired, Step step) {
        return !desired.isImpatient() && step.paths().stream().anyMatch(OUT_OF_SIGHT::contains);
    }

    /** What we have asked for and RDS keeps for the window without showing it; nobody else's can be known. */
    static List<Excuse> outOfSight(
            RdsInstanceState desired, RdsInstanceState live, Optional<Expectation> asked, Instant now) {
        return asked
                .filter(Expectation::accepted)
                .filter(it -> !desired.isImpatient() && !it.isOverdue(now))
                .filter(it -> it.paths().contains("networkType"))
                .filter(it -> !desired.networkType().equals(live.networkType()))
                .flatMap(it -> desired.networkType().map(coming -> waiting(coming, live, it)))
                .stream()
                .toList();
    }

    private static Excuse waiting(String coming, RdsInstanceState live, Expectation asked) {
        String sentence =
                "RDS has accepted networkType %s at %s for the maintenance window %s, and shows it only afterwards"
                        .formatted(
                                coming,
                                asked.since(),
                                live.preferredMaintenanceWindow().orElse("(unknown)"));
        return new Excuse(
                "networkType", Reason.PENDING_WINDOW, sentence, Optional.of(coming), Optional.of(asked.deadline()));
    }

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
