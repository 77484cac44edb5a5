package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.SubnetGroup;

/** Where the second copy of a Multi-AZ instance goes. */
final class Standby {

    private Standby() {}

    /** The first zone of the group other than the given one. */
    static String zoneBeside(SubnetGroup group, String zone) {
        return group.subnets().stream()
                .map(SubnetGroup.Subnet::zone)
                .filter(other -> !other.equals(zone))
                .findFirst()
                .orElseThrow(() -> Refusal.exists(
                        "DBSubnetGroupDoesNotCoverEnoughAZs",
                        "DB Subnet Group doesn't meet availability zone coverage requirement."));
    }
}
