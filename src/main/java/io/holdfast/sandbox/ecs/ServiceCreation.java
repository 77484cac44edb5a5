package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.World;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CreateService: idempotent for the same token with the same request, refused for anything else under a name in use. */
final class ServiceCreation {

    private static final List<String> ECHOED = List.of(
            "loadBalancers",
            "serviceRegistries",
            "launchType",
            "capacityProviderStrategy",
            "platformVersion",
            "deploymentConfiguration",
            "placementConstraints",
            "placementStrategy",
            "networkConfiguration",
            "healthCheckGracePeriodSeconds",
            "schedulingStrategy",
            "deploymentController",
            "enableECSManagedTags",
            "propagateTags",
            "enableExecuteCommand",
            "availabilityZoneRebalancing",
            "serviceConnectConfiguration",
            "volumeConfigurations",
            "vpcLatticeConfigurations");

    private final World world;
    private final Input input;
    private final EcsState state;

    private ServiceCreation(Call call) {
        this.world = call.world();
        this.input = call.input();
        this.state = EcsState.of(world);
    }

    static Map<String, Object> create(Call call) {
        return new ServiceCreation(call).create();
    }

    private Map<String, Object> create() {
        ServiceRules.checkCreate(input);
        var cluster = state.usableCluster(input.string("cluster"));
        var existing = cluster.services.get(input.required("serviceName"));
        if (existing != null && !existing.isGone()) {
            return Members.of("service", ServiceAnswer.of(sameAsBefore(existing), true));
        }
        return Members.of("service", ServiceAnswer.of(started(cluster), true));
    }

    private EcsService sameAsBefore(EcsService existing) {
        if (existing.isDraining()) {
            throw EcsErrors.invalid("Unable to Start a service that is still Draining.");
        }
        if (!input.has("clientToken") || !input.raw().equals(existing.creation)) {
            throw EcsErrors.notIdempotent();
        }
        return existing;
    }

    private EcsService started(Cluster cluster) {
        var definition = Workloads.definition(state, input.required("taskDefinition"));
        var members = members(cluster, definition);
        WorkloadRules.check(members, definition);
        var name = input.required("serviceName");
        var arn = world.arn("ecs", "service/" + cluster.name + "/" + name);
        var service = new EcsService(cluster, name, arn, input, world.timeline().now());
        service.members.putAll(members);
        service.desiredCount = input.integer("desiredCount").orElse(0);
        cluster.services.put(name, service);
        Workloads.rollOut(world, service, definition);
        return service;
    }

    private Map<String, Object> members(Cluster cluster, TaskDefinition definition) {
        var sent = new LinkedHashMap<String, Object>();
        ECHOED.stream()
                .filter(input::has)
                .forEach(member -> sent.put(member, input.raw().get(member)));
        sent.put("taskDefinition", definition.arn);
        input.string("role").ifPresent(role -> sent.put("roleArn", role));
        settleLaunch(sent, cluster);
        var fargate = "FARGATE".equals(sent.get("launchType")) || sent.containsKey("capacityProviderStrategy");
        return ServiceDefaults.fill(world, sent, fargate);
    }

    /** Without a word about it, the cluster's default strategy holds, and without that EC2. */
    private void settleLaunch(Map<String, Object> sent, Cluster cluster) {
        var strategy = CapacityProviders.strategy(input, "capacityProviderStrategy", cluster.capacityProviders);
        if (!strategy.isEmpty()) {
            sent.put("capacityProviderStrategy", strategy);
            return;
        }
        sent.remove("capacityProviderStrategy");
        if (!sent.containsKey("launchType") && !cluster.defaultStrategy.isEmpty()) {
            sent.put("capacityProviderStrategy", cluster.defaultStrategy);
        } else {
            sent.putIfAbsent("launchType", "EC2");
        }
    }
}
