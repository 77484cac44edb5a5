package io.holdfast.kind.replicationgroup;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.NotWritten;
import io.holdfast.model.TagLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ElastiCache replication group, declared or live. Limits: Amazon ElastiCache API Reference,
 * CreateReplicationGroup.
 *
 * @param replicationGroupId unique in its account and region; AWS stores it in lower case. Another name is another
 *     cache
 * @param description for people; AWS demands one
 * @param engine Redis can become Valkey, never the reverse; left out, AWS takes {@code redis}
 * @param engineVersion a major version such as {@code "7"} or {@code 7.x}, met by any 7, or a minor one such as
 *     {@code "7.1"}, met by any 7.1; the highest that fits is made, and no version is ever lowered. Left out, AWS
 *     takes its current one
 * @param nodeType such as {@code cache.r6g.large}
 * @param clusterMode whether data is spread over shards; clients must speak the cluster protocol then.
 *     {@code compatible} is the step from the first to the last, and from {@code enabled} there is no way back. Left
 *     out, AWS takes {@code disabled}
 * @param numNodeGroups how many shards; more than one only with cluster mode. To take some away moves their data
 *     first. Left out, AWS takes 1
 * @param replicasPerNodeGroup how many nodes each shard has beside its primary; without one there is nothing to fail
 *     over to
 * @param automaticFailover whether a replica takes over from a primary that fails; mandatory with cluster mode. Left
 *     out, AWS takes {@code disabled}
 * @param multiAZ whether replicas live in other zones; needs failover and a replica in every shard. Left out, AWS
 *     takes {@code disabled}
 * @param parameterGroup the name of the parameter group, such as {@code default.redis7.cluster.on}; it must fit
 *     engine, version and cluster mode. Left out, AWS takes the default of these
 * @param subnetGroup the name of the subnet group its nodes live in, for ever; left out, AWS takes {@code default}
 * @param securityGroupIds by id, such as {@code sg-0a1b2c3d4e5f60030}; the whole list is ours, and order means
 *     nothing. Left out, AWS takes the default group of the VPC
 * @param port for ever; left out, AWS takes 6379
 * @param networkType for ever; left out, AWS takes {@code ipv4}
 * @param ipDiscovery the addresses cluster clients are told; left out, AWS takes {@code ipv4}
 * @param snapshotRetentionLimit days snapshots are kept; 0 takes none. Left out, AWS takes 0
 * @param snapshotWindow when snapshots are taken, in UTC, at least an hour, such as {@code 05:00-06:00}; left out,
 *     AWS chooses
 * @param maintenanceWindow when AWS may interrupt, in UTC, at least an hour, such as {@code sun:06:30-sun:07:30};
 *     left out, AWS chooses
 * @param autoMinorVersionUpgrade whether AWS may raise the patch version in that window; left out, AWS takes true
 * @param transitEncryption whether clients may use TLS; left out, AWS takes false for Redis
 * @param transitEncryptionMode {@code preferred} lets clients without TLS in, {@code required} does not: the way from
 *     no TLS to TLS leads over the first. Left out, AWS takes {@code required} with TLS
 * @param atRestEncryption whether what is written to disk is encrypted, for ever; left out, AWS takes false for Redis
 *     and true for Valkey
 * @param kmsKeyId the id or ARN of a key, for ever: an alias cannot be compared with what AWS shows. Left out, AWS
 *     takes a key of its own
 * @param dataTiering whether cold data goes to SSD, for ever; r6gd nodes only, and these need it. Left out, AWS takes
 *     {@code disabled}
 * @param userGroupIds who may do what, by the ids of user groups; needs TLS. The whole list is ours. AWS's AuthToken is
 *     a password, and none ever stands here
 * @param notificationTopic the ARN of an SNS topic that is told of events; empty for none
 * @param logDeliveryConfigurations by log, {@code slow-log} or {@code engine-log}; the whole map is ours
 * @param tags by key, such as the team a bill goes to; other people's tags stay
 * @param applyImmediately not a fact of the group but our manners: whether a new node type or version is sent to take
 *     effect at once, together with whatever else waits there, instead of in the maintenance window; left out, it
 *     waits
 * @param nodeGroups live only: how many replicas each shard has, by its id
 * @param replicationGroupCreateTime live only: tells it from a later one of the same id
 */
public record ReplicationGroupState(
        @Size(max = 40)
        @Pattern(regexp = "[A-Za-z](-?[A-Za-z0-9])*", message = "letters, digits and single hyphens, a letter first")
        String replicationGroupId,

        @Size(min = 1, max = 255) String description,
        Optional<@Pattern(regexp = "redis|valkey", message = "redis or valkey") String> engine,
        Optional<
                        @Pattern(
                                regexp = "\\d+(\\.(\\d+|x))?",
                                message = "a major version (\"7\" or 7.x) or a minor one (\"7.1\"), without a patch")
                        String>
                engineVersion,

        @Pattern(regexp = "cache\\.[a-z0-9]+\\.[a-z0-9]+", message = "a node type such as cache.r6g.large")
        String nodeType,

        Optional<@Pattern(regexp = "disabled|compatible|enabled", message = "disabled, compatible or enabled") String>
                clusterMode,
        Optional<@Min(1) @Max(500) Integer> numNodeGroups,
        Optional<@Min(0) @Max(5) Integer> replicasPerNodeGroup,
        Optional<@Pattern(regexp = "enabled|disabled", message = "enabled or disabled") String> automaticFailover,
        Optional<@Pattern(regexp = "enabled|disabled", message = "enabled or disabled") String> multiAZ,
        Optional<String> parameterGroup,
        Optional<String> subnetGroup,
        Optional<List<@Pattern(regexp = "sg-[0-9a-z]+", message = "ids such as sg-0a1b2c3d") String>> securityGroupIds,
        Optional<@Min(1) @Max(65535) Integer> port,
        Optional<@Pattern(regexp = "ipv4|ipv6|dual_stack", message = "ipv4, ipv6 or dual_stack") String> networkType,
        Optional<@Pattern(regexp = "ipv4|ipv6", message = "ipv4 or ipv6") String> ipDiscovery,
        Optional<@Min(0) @Max(35) Integer> snapshotRetentionLimit,
        Optional<
                        @Pattern(
                                regexp = Windows.TIME + "-" + Windows.TIME,
                                message = "a time span in UTC such as 05:00-06:00")
                        String>
                snapshotWindow,
        Optional<
                        @Pattern(
                                regexp = Windows.DAY + Windows.TIME + "-" + Windows.DAY + Windows.TIME,
                                message = "a weekly time span in UTC such as sun:06:30-sun:07:30")
                        String>
                maintenanceWindow,
        Optional<Boolean> autoMinorVersionUpgrade,
        Optional<Boolean> transitEncryption,
        Optional<@Pattern(regexp = "preferred|required", message = "preferred or required") String>
                transitEncryptionMode,
        Optional<Boolean> atRestEncryption,
        Optional<
                        @Pattern(
                                regexp = "arn:[^:]+:kms:.+:key/.+|[0-9A-Za-z-]+",
                                message = "the id or the ARN of a key, not an alias")
                        String>
                kmsKeyId,
        Optional<@Pattern(regexp = "enabled|disabled", message = "enabled or disabled") String> dataTiering,
        Optional<List<String>> userGroupIds,
        Optional<@Pattern(regexp = "|arn:.+", message = "the ARN of a topic, or nothing") String> notificationTopic,
        Optional<Map<@Pattern(regexp = "slow-log|engine-log", message = "slow-log or engine-log") String, LogDelivery>>
                logDeliveryConfigurations,
        Optional<
                        @Size(max = TagLimits.MOST) Map<
                                @Pattern(regexp = TagLimits.KEY, message = TagLimits.KEY_MEANT) String,
                                @Pattern(regexp = TagLimits.VALUE, message = TagLimits.VALUE_MEANT) String>>
                tags,
        Optional<Boolean> applyImmediately,
        @NotWritten Optional<Map<String, Integer>> nodeGroups,
        @NotWritten Optional<String> replicationGroupCreateTime) {
    public ReplicationGroupState {
        requireNonNull(replicationGroupId, "replicationGroupId");
        requireNonNull(description, "description");
        requireNonNull(nodeType, "nodeType");
        securityGroupIds = securityGroupIds.map(List::copyOf);
        userGroupIds = userGroupIds.map(List::copyOf);
        logDeliveryConfigurations = logDeliveryConfigurations.map(Map::copyOf);
        tags = tags.map(Map::copyOf);
        nodeGroups = nodeGroups.map(Map::copyOf);
    }

    /** How many replicas a shard has; shard by shard where they differ, which only a live group's can. */
    Optional<?> replicas() {
        return replicasPerNodeGroup.isPresent() ? replicasPerNodeGroup : nodeGroups;
    }

    /**
     * Where one of the logs goes.
     *
     * @param destinationType the sort of destination
     * @param destination the name of the log group, or of the delivery stream, such as {@code /elasticache/rupaya}
     * @param logFormat how entries are written
     */
    public record LogDelivery(
            Optional<
                            @Pattern(
                                    regexp = "cloudwatch-logs|kinesis-firehose",
                                    message = "cloudwatch-logs or kinesis-firehose")
                            String>
                    destinationType,
            Optional<String> destination,
            Optional<@Pattern(regexp = "text|json", message = "text or json") String> logFormat) {}
}
