package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Input;
import java.util.Map;

/** What ECS refuses in a service as it would be, given the task definition it would run. */
final class WorkloadRules {

    private WorkloadRules() {}

    static void check(Map<String, Object> members, TaskDefinition definition) {
        var whole = new Input(members);
        checkPercents(whole.child("deploymentConfiguration").orElseThrow());
        var awsvpc = definition.networkMode().equals("awsvpc");
        if (awsvpc && !whole.has("networkConfiguration")) {
            throw EcsErrors.invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
        }
        if (!awsvpc && whole.has("networkConfiguration")) {
            throw EcsErrors.invalid(
                    "Network Configuration is not valid for the given networkMode of this task definition.");
        }
        var fargate = "FARGATE".equals(members.get("launchType"))
                || !whole.list("capacityProviderStrategy").isEmpty();
        if (fargate) {
            checkFargate(whole, definition);
        }
        whole.list("loadBalancers").forEach(balancer -> checkLoadBalancer(balancer, definition));
    }

    private static void checkPercents(Input configuration) {
        var least = configuration.integer("minimumHealthyPercent").orElse(0);
        var most = configuration.integer("maximumPercent").orElse(200);
        if (least < 0 || most < 0 || most > 200) {
            throw EcsErrors.invalid("Both maximumPercent and minimumHealthyPercent must be between 0 and 200.");
        }
        if (least > 100 || least >= most) {
            throw EcsErrors.invalid("minimumHealthyPercent must be at most 100 and less than maximumPercent.");
        }
    }

    private static void checkFargate(Input whole, TaskDefinition definition) {
        if (!definition.supports("FARGATE")) {
            throw EcsErrors.of(
                    "PlatformTaskDefinitionIncompatibilityException",
                    "Task definition does not support launch_type FARGATE.");
        }
        if (!whole.list("placementConstraints").isEmpty()
                || !whole.list("placementStrategy").isEmpty()) {
            throw EcsErrors.invalid("Placement constraints and strategies are not supported with launch type FARGATE.");
        }
        if (ServiceRules.isDaemon(whole.raw())) {
            throw EcsErrors.invalid("The daemon scheduling strategy is not supported with launch type FARGATE.");
        }
    }

    private static void checkLoadBalancer(Input balancer, TaskDefinition definition) {
        var name = balancer.string("containerName").orElse("");
        var container = definition
                .container(name)
                .map(Input::new)
                .orElseThrow(
                        () -> EcsErrors.invalid("The container " + name + " does not exist in the task definition."));
        var port = balancer.integer("containerPort");
        if (container.list("portMappings").stream()
                .noneMatch(mapped -> mapped.integer("containerPort").equals(port))) {
            throw EcsErrors.invalid("The container " + name + " did not have a container port "
                    + port.map(String::valueOf).orElse("") + " defined.");
        }
    }
}
