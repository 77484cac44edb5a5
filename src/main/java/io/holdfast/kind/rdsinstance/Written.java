package io.holdfast.kind.rdsinstance;

import io.holdfast.aws.StateRecords;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A live instance as somebody would have written it: less what goes along with another setting, and AWS's own choices. */
final class Written {
    /** What every instance of PostgreSQL has unless somebody chose otherwise (Amazon RDS API Reference, CreateDBInstance). */
    private static final Map<String, Object> USUAL = Map.of(
            "port", 5432,
            "networkType", "IPV4",
            "licenseModel", "postgresql-license",
            "backupTarget", "region");

    private static final Set<String> PERFORMANCE = Set.of("iops", "storageThroughput");

    private Written() {}

    static RdsInstanceState of(RdsInstanceState live) {
        Map<String, Object> members = StateRecords.tree(live);
        USUAL.forEach((name, usual) -> members.remove(name, usual));
        members.computeIfPresent("parameterGroup", Written::unlessDefault);
        members.computeIfPresent("optionGroup", Written::unlessDefault);
        storage(live, members);
        companions(live, members);
        return StateRecords.read(members, RdsInstanceState.class);
    }

    private static void storage(RdsInstanceState live, Map<String, Object> members) {
        if (live.maxAllocatedStorage().equals(live.allocatedStorage())) {
            members.remove("maxAllocatedStorage");
        }
        boolean isStriped = live.allocatedStorage().orElse(0) >= Companions.STRIPED_FROM;
        boolean isGiven = live.storageType()
                .filter(it -> Set.of("gp2", "standard").contains(it) || (it.equals("gp3") && !isStriped))
                .isPresent();
        if (isGiven) {
            members.keySet().removeAll(PERFORMANCE);
        } else if (!live.storageType().filter("gp3"::equals).isPresent()) {
            members.remove("storageThroughput");
        }
    }

    private static void companions(RdsInstanceState live, Map<String, Object> members) {
        if (live.multiAZ().orElse(false)) {
            members.remove("availabilityZone");
        }
        if (!live.storageEncrypted().orElse(false)) {
            members.remove("kmsKeyId");
        }
        if (live.monitoringInterval().orElse(0) == 0) {
            members.remove("monitoringRoleArn");
        }
        // False would need a password, and none ever stands in YAML.
        members.remove("manageMasterUserPassword", false);
        if (!live.performanceInsights().flatMap(it -> it.enabled()).orElse(false)) {
            members.put("performanceInsights", new HashMap<>(Map.of("enabled", false)));
        }
    }

    private static Object unlessDefault(String name, Object group) {
        return ((String) group).startsWith("default") ? null : group;
    }
}
