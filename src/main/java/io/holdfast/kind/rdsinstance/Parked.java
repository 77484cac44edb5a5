package io.holdfast.kind.rdsinstance;

import io.holdfast.aws.AwsFailure;
import io.holdfast.model.Excuse;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Fault;
import io.holdfast.model.Order;
import io.holdfast.model.Step;
import java.util.List;
import java.util.Set;

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

    /**
     * @throws AwsFailure when the call would bring about now what somebody parked and the YAML does not ask for
     */
    static void refuseToRelease(Order<RdsInstanceState> order, Step step) {
        List<String> foreign = order.live().orElseThrow().facts().excuses().stream()
                .filter(it -> it.reason() == Reason.PENDING_WINDOW)
                .filter(it -> !step.paths().contains(it.path()) && !isAskedFor(order.desired(), it))
                .map(Parked::named)
                .toList();
        if (isToApplyAtOnce(order.desired(), step) && !foreign.isEmpty()) {
            throw new AwsFailure(new Fault(
                    Fault.Kind.INVALID,
                    RdsInstanceTable.MODIFY,
                    "ParkedChanges",
                    "not sent: with applyImmediately it would also bring about what somebody parked for the maintenance window"
                            + " and the YAML does not ask for: " + String.join(", ", foreign)
                            + "; declare it, take it back, or leave out applyImmediately"));
        }
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
