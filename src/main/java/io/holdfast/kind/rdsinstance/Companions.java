package io.holdfast.kind.rdsinstance;

import java.util.Set;
import java.util.TreeSet;

/** Fields that RDS wants in one call though only some of them differ. */
final class Companions {
    /** From this size gp3 takes IOPS, GiB (RDS User Guide, Amazon RDS DB instance storage). */
    static final int STRIPED_FROM = 400;

    private static final Set<String> PROVISIONED = Set.of("io1", "io2");

    private Companions() {}

    /**
     * All top-level members to send.
     *
     * @param differing those that are not as declared
     * @param next the live instance with the declaration laid over it
     */
    static Set<String> of(Set<String> differing, RdsInstanceState live, RdsInstanceState next) {
        Set<String> members = new TreeSet<>(differing);
        if (members.stream().anyMatch(Refusals.STORAGE::contains) && isBought(next)) {
            members.add("allocatedStorage");
            if (isProvisioned(next) || isBoughtAlike(live, next)) {
                members.add("iops");
            }
        }
        if (members.contains("databaseInsightsMode")) {
            members.add("performanceInsights");
        }
        return members;
    }

    /** A volume never shrinks: where it has grown beyond what is declared, it is named as it is. */
    static int size(RdsInstanceState live, RdsInstanceState next) {
        return Math.max(
                next.allocatedStorage().orElse(0), live.allocatedStorage().orElse(0));
    }

    /** A maximum below the size is refused, and one equal to it switches autoscaling off. */
    static int ceiling(RdsInstanceState live, RdsInstanceState next) {
        return Math.max(
                next.maxAllocatedStorage().orElseThrow(),
                live.allocatedStorage().orElse(0));
    }

    /** Whether its performance is bought apart from its size. */
    static boolean isBought(RdsInstanceState state) {
        boolean striped = state.storageType().filter("gp3"::equals).isPresent()
                && state.allocatedStorage().orElse(0) >= STRIPED_FROM;
        return striped || isProvisioned(state);
    }

    static boolean isProvisioned(RdsInstanceState state) {
        return state.storageType().filter(PROVISIONED::contains).isPresent();
    }

    /** IOPS bought of one type may be too few for another. */
    private static boolean isBoughtAlike(RdsInstanceState live, RdsInstanceState next) {
        return isBought(live) && live.storageType().equals(next.storageType());
    }
}
