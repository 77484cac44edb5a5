package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.List;
import java.util.Map;

/** What ECS refuses in a service that is created or updated, whatever else it is. */
final class ServiceRules {

    /** Amazon ECS API Reference, AwsVpcConfiguration. */
    private static final int MOST_SUBNETS = 16;

    private static final int MOST_SECURITY_GROUPS = 5;

    /** What may be changed when another controller owns deployments (Amazon ECS API Reference, UpdateService). */
    private static final List<String> NOT_FOR_CODE_DEPLOY = List.of(
            "taskDefinition",
            "networkConfiguration",
            "platformVersion",
            "loadBalancers",
            "serviceRegistries",
            "forceNewDeployment",
            "capacityProviderStrategy",
            "serviceConnectConfiguration",
            "volumeConfigurations");

    private ServiceRules() {}

    /** The rules for what was sent, at create and update alike. */
    static void checkSent(Input input) {
        if (input.integer("desiredCount").orElse(0) < 0) {
            throw EcsErrors.invalid("desiredCount cannot be negative.");
        }
        if (input.integer("healthCheckGracePeriodSeconds").orElse(0) < 0) {
            throw EcsErrors.invalid("healthCheckGracePeriodSeconds cannot be negative.");
        }
        input.child("networkConfiguration")
                .flatMap(network -> network.child("awsvpcConfiguration"))
                .ifPresent(ServiceRules::checkNetwork);
    }

    static void checkCreate(Input input) {
        if (!Refs.isName(input.string("serviceName").orElse(""))) {
            throw EcsErrors.invalid("Invalid service name.");
        }
        if (input.has("launchType") && !input.list("capacityProviderStrategy").isEmpty()) {
            throw EcsErrors.invalid(
                    "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.");
        }
        var controller = input.child("deploymentController").flatMap(sent -> sent.string("type"));
        if (controller.orElse("ECS").equals("EXTERNAL")) {
            throw AwsError.notImplemented("the deployment controller EXTERNAL");
        }
        checkCount(input, input.string("schedulingStrategy").orElse("REPLICA").equals("DAEMON"));
        if (!isDaemon(input.raw()) && !input.has("desiredCount")) {
            throw EcsErrors.invalid("desiredCount is required when the scheduling strategy is REPLICA.");
        }
        checkSent(input);
    }

    static void checkUpdate(Input input, EcsService service) {
        if (!service.isActive()) {
            throw EcsErrors.serviceNotActive();
        }
        checkCount(input, isDaemon(service.members));
        if (service.structure("deploymentController")
                .string("type")
                .orElse("ECS")
                .equals("CODE_DEPLOY")) {
            NOT_FOR_CODE_DEPLOY.stream().filter(input::has).findFirst().ifPresent(member -> {
                throw EcsErrors.invalid(
                        "Unable to update " + member
                                + " on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.");
            });
        }
        checkSent(input);
    }

    /** The rules for the service as it would be. */
    static void checkWhole(Map<String, Object> members, TaskDefinition definition) {
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

    private static void checkCount(Input input, boolean daemon) {
        if (daemon && input.has("desiredCount")) {
            throw EcsErrors.invalid(
                    "The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again");
        }
    }

    private static void checkNetwork(Input network) {
        var subnets = network.strings("subnets");
        if (subnets.isEmpty() || subnets.size() > MOST_SUBNETS) {
            throw EcsErrors.invalid("subnets must have between 1 and " + MOST_SUBNETS + " elements.");
        }
        if (network.strings("securityGroups").size() > MOST_SECURITY_GROUPS) {
            throw EcsErrors.invalid("securityGroups can have at most " + MOST_SECURITY_GROUPS + " items.");
        }
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
        if (isDaemon(whole.raw())) {
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

    private static boolean isDaemon(Map<String, Object> members) {
        return "DAEMON".equals(members.get("schedulingStrategy"));
    }
}
