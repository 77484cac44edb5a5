package io.holdfast.kind.ecscluster;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.TagLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ECS cluster, declared or live. Limits: Amazon ECS API Reference, CreateCluster.
 *
 * @param name unique in its account and region; another name is another cluster
 * @param containerInsights how much CloudWatch Container Insights gathers: {@code enhanced} adds figures of single
 *     tasks and containers to those of {@code enabled}; left out, a setting of the account decides when the cluster
 *     is made
 * @param configuration how commands run in containers, and with which keys storage is encrypted
 * @param serviceConnectDefaults the namespace of services that name none themselves
 * @param capacityProviders what services may run on, such as {@code FARGATE} and {@code FARGATE_SPOT}; the whole list
 *     is ours, and AWS takes none away that a service still uses
 * @param defaultCapacityProviderStrategy for services that name neither a launch type nor a strategy; the whole list
 *     is ours. A change moves no task that runs
 * @param tags by key, such as the team a bill goes to; other people's tags stay
 */
public record EcsClusterState(
        @Pattern(regexp = "[A-Za-z0-9_-]{1,255}", message = "1 to 255 letters, digits, hyphens and underscores")
        String name,

        Optional<@Pattern(regexp = "enhanced|enabled|disabled", message = "enhanced, enabled or disabled") String>
                containerInsights,
        Optional<Configuration> configuration,
        Optional<ServiceConnectDefaults> serviceConnectDefaults,
        Optional<List<String>> capacityProviders,
        Optional<@Size(max = 20) List<StrategyItem>> defaultCapacityProviderStrategy,
        Optional<
                        @Size(max = TagLimits.MOST) Map<
                                @Pattern(regexp = TagLimits.KEY, message = TagLimits.KEY_MEANT) String,
                                @Pattern(regexp = TagLimits.VALUE, message = TagLimits.VALUE_MEANT) String>>
                tags) {
    public EcsClusterState {
        requireNonNull(name, "name");
        requireNonNull(containerInsights, "containerInsights");
        requireNonNull(configuration, "configuration");
        requireNonNull(serviceConnectDefaults, "serviceConnectDefaults");
        capacityProviders = capacityProviders.map(List::copyOf);
        defaultCapacityProviderStrategy = defaultCapacityProviderStrategy.map(List::copyOf);
        tags = tags.map(Map::copyOf);
    }

    /**
     * What holds for everything in the cluster.
     *
     * @param executeCommandConfiguration how ECS Exec sessions are encrypted and recorded
     * @param managedStorageConfiguration with which keys storage is encrypted that ECS makes; for tasks started later
     */
    public record Configuration(
            Optional<ExecuteCommand> executeCommandConfiguration,
            Optional<ManagedStorage> managedStorageConfiguration) {}

    /**
     * How ECS Exec sessions are kept.
     *
     * @param kmsKeyId the key that encrypts a session, by id or ARN; a change does not touch open ones. Left out, AWS
     *     encrypts with TLS alone
     * @param logging {@code DEFAULT} records as the task logs, {@code OVERRIDE} as said below, {@code NONE} not at
     *     all; left out, AWS takes {@code DEFAULT}
     * @param logConfiguration where sessions are recorded with {@code OVERRIDE}; leave it out otherwise
     */
    public record ExecuteCommand(
            Optional<String> kmsKeyId,
            Optional<@Pattern(regexp = "NONE|DEFAULT|OVERRIDE", message = "NONE, DEFAULT or OVERRIDE") String> logging,
            Optional<SessionLog> logConfiguration) {}

    /**
     * Where ECS Exec sessions are recorded: a log group, a bucket, or both. AWS makes neither of them.
     *
     * @param cloudWatchLogGroupName the log group, such as {@code /ecs/exec}
     * @param cloudWatchEncryptionEnabled whether the log group must be encrypted; left out, AWS takes false
     * @param s3BucketName the bucket
     * @param s3EncryptionEnabled whether the bucket must be encrypted; left out, AWS takes false
     * @param s3KeyPrefix the folder in the bucket, such as {@code exec/production}
     */
    public record SessionLog(
            Optional<String> cloudWatchLogGroupName,
            Optional<Boolean> cloudWatchEncryptionEnabled,
            Optional<String> s3BucketName,
            Optional<Boolean> s3EncryptionEnabled,
            Optional<String> s3KeyPrefix) {}

    /**
     * The keys of storage that ECS manages; a change is for new tasks.
     *
     * @param kmsKeyId of volumes that ECS makes: the id or ARN of a key; left out, AWS keeps a key for it
     * @param fargateEphemeralStorageKmsKeyId of the scratch space of Fargate tasks: the id or ARN of a key; left out,
     *     AWS keeps a key for it
     */
    public record ManagedStorage(Optional<String> kmsKeyId, Optional<String> fargateEphemeralStorageKmsKeyId) {}

    /**
     * What services get that name no namespace.
     *
     * @param namespace its ARN, because AWS answers with the ARN and a name cannot be compared with that; empty for none
     */
    public record ServiceConnectDefaults(
            @Pattern(regexp = "|arn:.+", message = "the ARN of a Cloud Map namespace, or nothing")
            String namespace) {}

    /**
     * A share of the tasks.
     *
     * @param capacityProvider one of the cluster's, such as {@code FARGATE_SPOT}; AWS mixes Fargate's with none of
     *     EC2
     * @param weight how many of the tasks beyond {@code base}, relative to the other providers; left out, 0: none
     * @param base how many tasks at least, before weights count; at most one provider may have one. Left out, 0
     */
    public record StrategyItem(
            String capacityProvider,
            Optional<@Min(0) @Max(1000) Integer> weight,
            Optional<@Min(0) @Max(100_000) Integer> base) {}
}
