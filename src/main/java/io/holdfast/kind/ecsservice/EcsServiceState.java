package io.holdfast.kind.ecsservice;

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
 * An ECS service, declared or live. Limits: Amazon ECS API Reference, CreateService.
 *
 * @param name unique in its cluster
 * @param cluster the name under which a cluster is declared here; anything else is a cluster's own name or ARN. A name that
 *     is nearly a declared one is taken for a slip: a cluster outside of the environment is then given by its ARN
 * @param taskDefinition {@code family:revision}, or its ARN; follows from {@code task} where that is declared
 * @param desiredCount how many tasks; the autoscaler's where there is one. 0 is a number like any other
 * @param launchType {@code FARGATE}, {@code EC2} or {@code EXTERNAL}; absent where a strategy says it
 * @param capacityProviderStrategy the whole list is ours; running tasks move only with the next deployment
 * @param platformVersion of Fargate; {@code LATEST} is met by any
 * @param networkConfiguration where its tasks stand; needed with {@code awsvpc}
 * @param loadBalancers what sends it traffic; the whole list is ours
 * @param serviceRegistries what tells others its addresses; the whole list is ours
 * @param serviceConnectConfiguration how it and others call each other by name; {@code enabled: false} takes it away
 * @param volumeConfigurations volumes made with each task; the whole list is ours
 * @param deploymentConfiguration how a revision gives way to the next
 * @param healthCheckGracePeriodSeconds how long a new task may fail its health checks
 * @param enableExecuteCommand for tasks started later
 * @param enableECSManagedTags for tasks started later
 * @param propagateTags {@code SERVICE}, {@code TASK_DEFINITION} or {@code NONE}; for tasks started later
 * @param availabilityZoneRebalancing {@code ENABLED} or {@code DISABLED}; what is left out differs between create and update
 * @param placementConstraints where tasks may run, in this order; not on Fargate
 * @param placementStrategy where tasks run first, in this order; not on Fargate
 * @param deploymentController who deploys; cannot be changed
 * @param schedulingStrategy {@code REPLICA} or {@code DAEMON}; cannot be changed
 * @param role for a Classic load balancer; cannot be changed
 * @param tags by key; other people's stay
 */
public record EcsServiceState(
        @Pattern(regexp = "[A-Za-z0-9_-]{1,255}", message = "1 to 255 letters, digits, hyphens and underscores")
        String name,

        @Pattern(regexp = EcsServiceState.CLUSTER, message = EcsServiceState.CLUSTER_MEANT)
        String cluster,

        Optional<@Pattern(regexp = ".*:[0-9]+", message = "family:revision, or its ARN") String> taskDefinition,
        Optional<@Min(0) @Max(5000) Integer> desiredCount,
        Optional<@Pattern(regexp = "FARGATE|EC2|EXTERNAL", message = "FARGATE, EC2 or EXTERNAL") String> launchType,
        Optional<@Size(max = 20) List<StrategyItem>> capacityProviderStrategy,
        Optional<String> platformVersion,
        Optional<Network> networkConfiguration,
        Optional<@Size(max = 5) List<LoadBalancer>> loadBalancers,
        Optional<List<Registry>> serviceRegistries,
        Optional<ServiceConnect> serviceConnectConfiguration,
        Optional<@Size(max = 1) List<VolumeConfiguration>> volumeConfigurations,
        Optional<DeploymentConfiguration> deploymentConfiguration,
        Optional<@Min(0) Integer> healthCheckGracePeriodSeconds,
        Optional<Boolean> enableExecuteCommand,
        Optional<Boolean> enableECSManagedTags,
        Optional<@Pattern(regexp = "SERVICE|TASK_DEFINITION|NONE", message = "SERVICE, TASK_DEFINITION or NONE") String>
                propagateTags,
        Optional<@Pattern(regexp = "ENABLED|DISABLED", message = "ENABLED or DISABLED") String>
                availabilityZoneRebalancing,
        Optional<List<Placement>> placementConstraints,
        Optional<List<PlacementStrategy>> placementStrategy,
        Optional<Controller> deploymentController,
        Optional<@Pattern(regexp = "REPLICA|DAEMON", message = "REPLICA or DAEMON") String> schedulingStrategy,
        Optional<String> role,
        Optional<
                        @Size(max = TagLimits.MOST) Map<
                                @Pattern(regexp = TagLimits.KEY, message = TagLimits.KEY_MEANT) String,
                                @Pattern(regexp = TagLimits.VALUE, message = TagLimits.VALUE_MEANT) String>>
                tags) {
    /** A name, or an ARN; letters that only look like these lead to nothing that is there. */
    static final String CLUSTER = "[A-Za-z0-9_-]{1,255}|arn:[^:]+:ecs:[^:]*:[0-9]*:cluster/[A-Za-z0-9_-]{1,255}";

    static final String CLUSTER_MEANT =
            "the name of a cluster (1 to 255 letters, digits, hyphens and underscores), or its ARN";

    public EcsServiceState {
        requireNonNull(name, "name");
        requireNonNull(cluster, "cluster");
        requireNonNull(taskDefinition, "taskDefinition");
        tags = tags.map(Map::copyOf);
    }

    /** The same with what other resources tell. */
    EcsServiceState in(String clusterName, Optional<String> definition) {
        return new EcsServiceState(
                name,
                clusterName,
                definition,
                desiredCount,
                launchType,
                capacityProviderStrategy,
                platformVersion,
                networkConfiguration,
                loadBalancers,
                serviceRegistries,
                serviceConnectConfiguration,
                volumeConfigurations,
                deploymentConfiguration,
                healthCheckGracePeriodSeconds,
                enableExecuteCommand,
                enableECSManagedTags,
                propagateTags,
                availabilityZoneRebalancing,
                placementConstraints,
                placementStrategy,
                deploymentController,
                schedulingStrategy,
                role,
                tags);
    }

    /** A share of the tasks: of those beyond {@code base}, {@code weight} parts; both 0 when absent. */
    public record StrategyItem(
            String capacityProvider,
            Optional<@Min(0) @Max(1000) Integer> weight,
            Optional<@Min(0) @Max(100_000) Integer> base) {}

    /**
     * Where its tasks stand.
     *
     * @param subnets up to 16; order means nothing
     * @param securityGroups up to 5; AWS takes the VPC's default group when absent
     * @param assignPublicIp {@code ENABLED} or {@code DISABLED}, which AWS takes when absent
     */
    public record Network(
            @Size(min = 1, max = 16)
            List<@Pattern(regexp = "subnet-[0-9a-z]+", message = "ids such as subnet-0a1b2c3d") String> subnets,

            Optional<@Size(max = 5) List<@Pattern(regexp = "sg-[0-9a-z]+", message = "ids such as sg-0a1b2c3d") String>>
                    securityGroups,
            Optional<@Pattern(regexp = "ENABLED|DISABLED", message = "ENABLED or DISABLED") String> assignPublicIp) {}

    /**
     * What sends it traffic: a target group, or a Classic load balancer by name.
     *
     * @param advancedConfiguration the second target group of a blue/green deployment
     */
    public record LoadBalancer(
            Optional<String> targetGroupArn,
            Optional<String> loadBalancerName,
            Optional<String> containerName,
            Optional<Integer> containerPort,
            Optional<Advanced> advancedConfiguration) {}

    /** The second target group, and what ECS switches between the two. The two change places with each deployment. */
    public record Advanced(
            Optional<String> alternateTargetGroupArn,
            Optional<String> productionListenerRule,
            Optional<String> testListenerRule,
            Optional<String> roleArn) {}

    /** What tells others its addresses. */
    public record Registry(
            Optional<String> registryArn,
            Optional<Integer> port,
            Optional<String> containerName,
            Optional<Integer> containerPort) {}

    /** Where tasks may run: {@code distinctInstance}, or {@code memberOf} with an expression. */
    public record Placement(
            @Pattern(regexp = "distinctInstance|memberOf", message = "distinctInstance or memberOf")
            String type,

            Optional<String> expression) {}

    /** Where tasks run first: {@code random}, {@code spread} or {@code binpack}, by a field. */
    public record PlacementStrategy(
            @Pattern(regexp = "random|spread|binpack", message = "random, spread or binpack")
            String type,

            Optional<String> field) {}

    /** Who deploys: {@code ECS}, {@code CODE_DEPLOY} or {@code EXTERNAL}. */
    public record Controller(
            @Pattern(regexp = "ECS|CODE_DEPLOY|EXTERNAL", message = "ECS, CODE_DEPLOY or EXTERNAL")
            String type) {}
}
