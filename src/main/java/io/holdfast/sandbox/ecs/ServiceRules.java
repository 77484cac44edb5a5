package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.List;
import java.util.Map;

/** What ECS refuses in a request to create or update a service. */
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

    static boolean isDaemon(Map<String, Object> members) {
        return "DAEMON".equals(members.get("schedulingStrategy"));
    }
}
