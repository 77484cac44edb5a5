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
 * @param name unique in its account and region
 * @param containerInsights {@code enhanced}, {@code enabled} or {@code disabled}; what a new cluster gets without it is a
 *     setting of the account
 * @param configuration how commands run in containers, and with which keys storage is encrypted
 * @param serviceConnectDefaults for services that say nothing themselves
 * @param capacityProviders those services may use; the whole list is ours
 * @param defaultCapacityProviderStrategy for services that name neither a launch type nor a strategy; the whole list is ours
 * @param tags by key; other people's stay
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

    /** What holds for everything in the cluster. */
    public record Configuration(
            Optional<ExecuteCommand> executeCommandConfiguration,
            Optional<ManagedStorage> managedStorageConfiguration) {}

    /**
     * How ECS Exec sessions are kept.
     *
     * @param kmsKeyId encrypts the session; a change does not touch open ones
     * @param logging {@code NONE}, {@code DEFAULT} (as the task logs) or {@code OVERRIDE} (as below)
     * @param logConfiguration where sessions are recorded with {@code OVERRIDE}
     */
    public record ExecuteCommand(
            Optional<String> kmsKeyId,
            Optional<@Pattern(regexp = "NONE|DEFAULT|OVERRIDE", message = "NONE, DEFAULT or OVERRIDE") String> logging,
            Optional<SessionLog> logConfiguration) {}

    /** Where ECS Exec sessions are recorded. */
    public record SessionLog(
            Optional<String> cloudWatchLogGroupName,
            Optional<Boolean> cloudWatchEncryptionEnabled,
            Optional<String> s3BucketName,
            Optional<Boolean> s3EncryptionEnabled,
            Optional<String> s3KeyPrefix) {}

    /** The keys of storage that ECS manages; a change is for new tasks. */
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
     * @param weight how many of them, relative to the other providers; absent means 0
     * @param base how many of them at least, before weights count; absent means 0
     */
    public record StrategyItem(
            String capacityProvider,
            Optional<@Min(0) @Max(1000) Integer> weight,
            Optional<@Min(0) @Max(100_000) Integer> base) {}
}
