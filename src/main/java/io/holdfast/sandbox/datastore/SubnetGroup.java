package io.holdfast.sandbox.datastore;

import io.holdfast.sandbox.wire.AwsError;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A named set of subnets.
 *
 * @param name lower case, as AWS stores it
 * @param description the text given at its creation
 * @param vpc the VPC of the subnets; every group is taken to lie in the default one, since the sandbox has no EC2 to ask
 * @param subnets in the order given, no id twice
 */
public record SubnetGroup(String name, String description, String vpc, List<Subnet> subnets) {

    /** Copies the subnets. */
    public SubnetGroup {
        subnets = List.copyOf(subnets);
    }

    /** A group over the given subnets, which are taken to lie in one Availability Zone after the other. */
    public static SubnetGroup over(List<String> ids, String region, String name, String description) {
        ids.stream().filter(id -> !id.startsWith("subnet-")).findFirst().ifPresent(id -> {
            throw AwsError.badRequest("InvalidSubnet", "The subnet '" + id + "' does not exist.");
        });
        var distinct = ids.stream().distinct().toList();
        var subnets = IntStream.range(0, distinct.size())
                .mapToObj(i -> new Subnet(distinct.get(i), DefaultNetwork.zone(region, i)))
                .toList();
        return new SubnetGroup(name, description, DefaultNetwork.VPC, subnets);
    }

    /** The Availability Zone of the group's subnet of that number; the subnets repeat after the last. */
    public String zone(int number) {
        return subnets.get(Math.floorMod(number, subnets.size())).zone();
    }

    /**
     * One subnet.
     *
     * @param id such as {@code subnet-0a1b2c3d}
     * @param zone its Availability Zone
     */
    public record Subnet(String id, String zone) {}
}
