package io.holdfast.sandbox.datastore;

import java.util.List;

/** The default VPC every AWS account has: what an instance or a group gets that names no network. */
public final class DefaultNetwork {

    /** The default VPC. */
    public static final String VPC = "vpc-0a1b2c3d4e5f60718";

    /** The default security group of that VPC. */
    public static final String SECURITY_GROUP = "sg-0a1b2c3d4e5f60718";

    /** One subnet per Availability Zone. */
    public static final List<String> SUBNETS =
            List.of("subnet-0a1b2c3d4e5f60711", "subnet-0a1b2c3d4e5f60712", "subnet-0a1b2c3d4e5f60713");

    private static final List<String> ZONE_LETTERS = List.of("a", "b", "c");

    private DefaultNetwork() {}

    /** The region's Availability Zone of that number; the zones repeat after the third. */
    public static String zone(String region, int number) {
        return region + ZONE_LETTERS.get(Math.floorMod(number, ZONE_LETTERS.size()));
    }
}
