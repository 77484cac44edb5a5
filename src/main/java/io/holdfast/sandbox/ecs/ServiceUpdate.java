package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.World;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** UpdateService: what is not sent stays, an empty list clears, and only some members start a deployment. */
final class ServiceUpdate {

    /** Members that change without new tasks. */
    private static final List<String> IN_PLACE = List.of(
            "healthCheckGracePeriodSeconds",
            "enableExecuteCommand",
            "enableECSManagedTags",
            "propagateTags",
            "availabilityZoneRebalancing",
            "placementConstraints",
            "placementStrategy",
            "deploymentController");

    /** Members whose change starts a deployment. */
    private static final List<String> ROLLED_OUT = List.of(
            "taskDefinition",
            "platformVersion",
            "networkConfiguration",
            "loadBalancers",
            "serviceRegistries",
            "serviceConnectConfiguration",
            "volumeConfigurations",
            "vpcLatticeConfigurations");

    private final World world;
    private final Input input;
    private final EcsState state;
    private final EcsService service;

    private ServiceUpdate(Call call) {
        this.world = call.world();
        this.input = call.input();
        this.state = EcsState.of(world);
        this.service = state.service(input.string("cluster"), input.required("service"));
    }

    static Map<String, Object> update(Call call) {
        return new ServiceUpdate(call).update();
    }

    private Map<String, Object> update() {
        ServiceRules.checkUpdate(input, service);
        var definition = definition();
        var members = members(definition);
        WorkloadRules.check(members, definition);
        var rollsOut = rollsOut(members);
        service.members.clear();
        service.members.putAll(members);
        input.integer("desiredCount").ifPresent(this::scale);
        if (rollsOut) {
            Workloads.rollOut(world, service, definition);
        }
        return Members.of("service", ServiceAnswer.of(service, true));
    }

    /** A revision the service already runs may be inactive by now; one it is pointed at may not. */
    private TaskDefinition definition() {
        var current = service.primary().revision.definition();
        return input.string("taskDefinition")
                .map(ref -> state.taskDefinition(ref)
                        .filter(current::equals)
                        .orElseGet(() -> Workloads.definition(state, ref)))
                .orElseGet(() -> state.taskDefinition(String.valueOf(service.members.get("taskDefinition")))
                        .orElse(current));
    }

    private Map<String, Object> members(TaskDefinition definition) {
        var members = new LinkedHashMap<>(service.members);
        copySent(members, IN_PLACE);
        copySent(members, ROLLED_OUT);
        members.put("taskDefinition", definition.arn);
        input.child("deploymentConfiguration")
                .ifPresent(sent -> members.put(
                        "deploymentConfiguration",
                        ServiceDefaults.merged(
                                service.structure("deploymentConfiguration").raw(), sent.raw())));
        if (input.has("capacityProviderStrategy")) {
            changeStrategy(members);
        }
        return ServiceDefaults.normal(world, members);
    }

    private void copySent(Map<String, Object> members, List<String> names) {
        names.stream()
                .filter(input::has)
                .forEach(name -> members.put(name, input.raw().get(name)));
    }

    /** An empty strategy goes back to the launch type. */
    private void changeStrategy(Map<String, Object> members) {
        var strategy = CapacityProviders.strategy(input, "capacityProviderStrategy", service.cluster.capacityProviders);
        if (strategy.isEmpty()) {
            members.remove("capacityProviderStrategy");
            members.putIfAbsent("launchType", service.isFargate() ? "FARGATE" : "EC2");
        } else {
            members.remove("launchType");
            members.put("capacityProviderStrategy", strategy);
            members.putIfAbsent("platformVersion", "LATEST");
            members.putIfAbsent("platformFamily", "Linux");
        }
    }

    private boolean rollsOut(Map<String, Object> members) {
        return input.bool("forceNewDeployment").orElse(false)
                || ROLLED_OUT.stream().anyMatch(name -> !Objects.equals(members.get(name), service.members.get(name)));
    }

    private void scale(int desiredCount) {
        if (service.desiredCount != desiredCount) {
            service.desiredCount = desiredCount;
            new TaskScheduler(world, service).wakeSoon();
        }
    }
}
