package io.holdfast.kind.rdsinstance;

import io.holdfast.model.Excuse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fields AWS moves by itself, rightly, because of what else is declared or live. */
final class Allowances {
    private Allowances() {}

    static List<Excuse> of(RdsInstanceState desired, RdsInstanceState live) {
        List<Excuse> allowed = new ArrayList<>();
        live.engineVersion().flatMap(it -> minorUpgrade(desired, live, it)).ifPresent(allowed::add);
        if (live.multiAZ().orElse(false)) {
            allowed.add(Excuse.delegated("availabilityZone", "RDS moves a Multi-AZ instance with each failover"));
        }
        if (isAutoscalingOff(live) && isBelowSize(desired, live)) {
            allowed.add(Excuse.delegated(
                    "maxAllocatedStorage", "storage autoscaling is off, as asked for, at the size it has grown to"));
        }
        return allowed;
    }

    /** A later minor than the declared one is as declared where AWS has leave to upgrade. */
    static Optional<Excuse> minorUpgrade(RdsInstanceState desired, RdsInstanceState live, String version) {
        boolean automatic = desired.autoMinorVersionUpgrade()
                .or(live::autoMinorVersionUpgrade)
                .orElse(false);
        return desired.engineVersion()
                .map(EngineVersion::of)
                .filter(it ->
                        automatic && !it.isMajor() && EngineVersion.of(version).isLaterMinorOf(it))
                .map(it -> Excuse.delegated(
                        "engineVersion",
                        "AWS upgrades to later minors of " + it.major() + " by itself, here " + version));
    }

    private static boolean isAutoscalingOff(RdsInstanceState live) {
        return live.maxAllocatedStorage().equals(live.allocatedStorage());
    }

    private static boolean isBelowSize(RdsInstanceState desired, RdsInstanceState live) {
        return desired.maxAllocatedStorage().isPresent()
                && desired.maxAllocatedStorage().equals(desired.allocatedStorage())
                && desired.maxAllocatedStorage().orElseThrow()
                        < live.allocatedStorage().orElse(0);
    }
}
