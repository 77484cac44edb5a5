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
 * @param name unique in its cluster; another name is another service
 * @param cluster the name under which a cluster is declared here, such as {@code main}; anything else is taken for a
 *     cluster's own name or ARN. A name that is nearly a declared one is taken for a slip: a cluster outside of the
 *     environment is then given by its ARN
 * @param taskDefinition {@code family:revision}, or its ARN, of a task definition that somebody else registers; leave
 *     it out where {@code task} is declared, from which it follows
 * @param desiredCount how many tasks; 0 is a number like any other. With {@code scaling} it is how the service
 *     begins, and the autoscaler's from then on
 * @param launchType what tasks run on; leave it out where a strategy says it. Left out, the strategy of the service
 *     or its cluster decides, and without either {@code EC2}
 * @param capacityProviderStrategy what tasks run on, in shares; the whole list is ours. Running tasks move only with
 *     the next deployment. Leave it out where {@code launchType} says it
 * @param platformVersion of Fargate, such as {@code 1.4.0}; {@code LATEST} is met by any. Left out, AWS takes
 *     {@code LATEST}
 * @param networkConfiguration where its tasks stand in the network; needed with {@code awsvpc}, and so on Fargate
 * @param loadBalancers what sends it traffic; the whole list is ours, and an empty one takes the service out of all
 *     of them
 * @param serviceRegistries the Cloud Map services that tell others its addresses; the whole list is ours
 * @param serviceConnectConfiguration how it and others call each other by name; {@code enabled: false} takes it away,
 *     leaving it out does not
 * @param volumeConfigurations volumes made with each task; the whole list is ours
 * @param deploymentConfiguration how one revision gives way to the next
 * @param healthCheckGracePeriodSeconds seconds in which a new task may fail its health checks; only with a load
 *     balancer or a health check. Left out, AWS takes 0
 * @param enableExecuteCommand whether commands may be run inside its containers (ECS Exec); for tasks started later.
 *     Left out, AWS takes false
 * @param enableECSManagedTags whether ECS tags tasks with the names of cluster and service; for tasks started later.
 *     Left out, AWS takes false
 * @param propagateTags whose tags a task gets; for tasks started later. Left out, AWS takes {@code NONE}
 * @param availabilityZoneRebalancing whether ECS moves tasks until zones hold as many of them; left out, AWS takes
 *     {@code ENABLED} for a new service and leaves an old one as it is
 * @param placementConstraints where tasks may run, in this order; not on Fargate
 * @param placementStrategy where tasks run first, in this order; not on Fargate
 * @param deploymentController who deploys; cannot be changed. Left out, AWS takes {@code ECS}
 * @param schedulingStrategy {@code REPLICA} keeps a number of tasks, {@code DAEMON} one on each instance; cannot be
 *     changed. Left out, AWS takes {@code REPLICA}
 * @param role as whom ECS registers tasks with a Classic load balancer: the name or ARN of a role; cannot be changed.
 *     Leave it out with target groups
 * @param tags by key, such as the team a bill goes to; other people's tags stay
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

    /**
     * A share of the tasks.
     *
     * @param capacityProvider one of those its cluster lists, such as {@code FARGATE_SPOT}
     * @param weight how many of the tasks beyond {@code base}, relative to the other providers; left out, 0: none
     * @param base how many tasks at least, before weights count; at most one provider may have one. Left out, 0
     */
    public record StrategyItem(
            String capacityProvider,
            Optional<@Min(0) @Max(1000) Integer> weight,
            Optional<@Min(0) @Max(100_000) Integer> base) {}

    /**
     * Where its tasks stand.
     *
     * @param subnets by id, such as {@code subnet-0a1b2c3d4e5f60001}; order means nothing
     * @param securityGroups by id, such as {@code sg-0a1b2c3d4e5f60010}; order means nothing. Left out, AWS takes the
     *     default group of the VPC
     * @param assignPublicIp whether a task gets a public address, for subnets without a NAT gateway; left out, AWS
     *     takes {@code DISABLED}
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
     * @param targetGroupArn the target group; it must hang on a listener before the service is made. Leave it out
     *     with a Classic load balancer
     * @param loadBalancerName a Classic load balancer; leave it out with a target group
     * @param containerName the container that is called
     * @param containerPort the port of it that is called, one of its port mappings
     * @param advancedConfiguration the second target group of a blue/green, linear or canary deployment; leave it out
     *     with {@code ROLLING}
     */
    public record LoadBalancer(
            Optional<String> targetGroupArn,
            Optional<String> loadBalancerName,
            Optional<String> containerName,
            Optional<Integer> containerPort,
            Optional<Advanced> advancedConfiguration) {}

    /**
     * The second target group, and what ECS switches between the two. The two change places with each deployment,
     * which is no drift.
     *
     * @param alternateTargetGroupArn the second target group
     * @param productionListenerRule the ARN of the listener rule that carries the traffic
     * @param testListenerRule the ARN of the listener rule for tests; left out, there is no test traffic
     * @param roleArn as whom ECS changes the rules
     */
    public record Advanced(
            Optional<String> alternateTargetGroupArn,
            Optional<String> productionListenerRule,
            Optional<String> testListenerRule,
            Optional<String> roleArn) {}

    /**
     * What tells others its addresses: a service of AWS Cloud Map.
     *
     * @param registryArn the Cloud Map service
     * @param port what an SRV record says where the network mode is not {@code awsvpc}
     * @param containerName the container that is told
     * @param containerPort the port of it that is told
     */
    public record Registry(
            Optional<String> registryArn,
            Optional<Integer> port,
            Optional<String> containerName,
            Optional<Integer> containerPort) {}

    /**
     * Where tasks may run.
     *
     * @param type {@code distinctInstance}, no two on one instance, or {@code memberOf}, only where the expression
     *     holds
     * @param expression in the cluster query language, such as {@code attribute:ecs.instance-type =~ m5.*}; for
     *     {@code memberOf} alone
     */
    public record Placement(
            @Pattern(regexp = "distinctInstance|memberOf", message = "distinctInstance or memberOf")
            String type,

            Optional<String> expression) {}

    /**
     * Where tasks run first.
     *
     * @param type {@code spread} evenly over the field's values, {@code binpack} where least of it is left, or
     *     {@code random}
     * @param field such as {@code attribute:ecs.availability-zone} or {@code instanceId} to spread, {@code cpu} or
     *     {@code memory} to pack; leave it out with {@code random}
     */
    public record PlacementStrategy(
            @Pattern(regexp = "random|spread|binpack", message = "random, spread or binpack")
            String type,

            Optional<String> field) {}

    /**
     * Who deploys.
     *
     * @param type {@code ECS}; {@code CODE_DEPLOY} and {@code EXTERNAL} deploy by themselves, and leave ECS little to
     *     change
     */
    public record Controller(
            @Pattern(regexp = "ECS|CODE_DEPLOY|EXTERNAL", message = "ECS, CODE_DEPLOY or EXTERNAL")
            String type) {}
}
