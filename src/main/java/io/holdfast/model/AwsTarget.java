package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where an environment lives, and as whom Holdfast goes there.
 *
 * @param account twelve digits; checked against STS before anything is written
 * @param region such as {@code us-east-1}
 * @param role the role to assume; absent means the credentials of the process
 */
public record AwsTarget(String account, String region, Optional<String> role) {
    /** How AWS forms the names of regions: a part of the world, sometimes a partition, a direction, a number. */
    public static final String REGION = "[a-z]{2,4}(-[a-z]+)?"
            + "-(central|north|south|east|west|northeast|northwest|southeast|southwest)-[0-9]{1,2}";

    public AwsTarget {
        requireNonNull(account, "account");
        requireNonNull(region, "region");
        requireNonNull(role, "role");
    }

    /** What an ARN of this place begins with after {@code arn:} (AWS General Reference, "Amazon Resource Names"). */
    public String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** The ARN of something that lives here, such as {@code cluster/main} of {@code ecs}. */
    public String arn(String service, String resource) {
        return String.join(":", "arn", partition(), service, region, account, resource);
    }

    /** The same place, gone to with the credentials of the process. */
    public AwsTarget withoutRole() {
        return new AwsTarget(account, region, Optional.empty());
    }
}
