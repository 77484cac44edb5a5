package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Input;
import java.util.HashSet;
import java.util.List;

/** What ECS refuses at registration. A missing role, secret or image is not among it: that fails when a task starts. */
final class TaskDefinitionRules {

    private TaskDefinitionRules() {}

    static void check(Input input) {
        if (!Refs.isName(input.string("family").orElse(""))) {
            throw EcsErrors.client(
                    "Family should not be null or empty, and may hold letters, digits, hyphens and underscores.");
        }
        var containers = input.list("containerDefinitions");
        if (containers.isEmpty()) {
            throw EcsErrors.client("Container list cannot be empty.");
        }
        checkNames(containers);
        checkEssential(containers);
        if (input.strings("requiresCompatibilities").contains("FARGATE")) {
            checkFargate(input);
        } else if (!input.has("memory")) {
            containers.forEach(TaskDefinitionRules::checkMemory);
        }
    }

    private static void checkNames(List<Input> containers) {
        var names = new HashSet<String>();
        for (var container : containers) {
            var name = container.string("name").orElse("");
            if (!Refs.isName(name)) {
                throw EcsErrors.client(
                        "Container.name should not be null or empty, and may hold letters, digits, hyphens and underscores.");
            }
            if (!names.add(name)) {
                throw EcsErrors.client("Container name '" + name + "' is used more than once.");
            }
            if (container.string("image").orElse("").isEmpty()) {
                throw EcsErrors.client("Container.image should not be null or empty.");
            }
        }
    }

    private static void checkEssential(List<Input> containers) {
        if (containers.stream()
                .noneMatch(container -> container.bool("essential").orElse(true))) {
            throw EcsErrors.client("At least one container must be essential.");
        }
    }

    private static void checkMemory(Input container) {
        if (!container.has("memory") && !container.has("memoryReservation")) {
            throw EcsErrors.client("Invalid setting for container '" + container.required("name")
                    + "'. At least one of 'memory' or 'memoryReservation' must be specified.");
        }
    }

    private static void checkFargate(Input input) {
        if (!input.string("networkMode").orElse("").equals("awsvpc")) {
            throw EcsErrors.client("Fargate only supports network mode 'awsvpc'.");
        }
        if (!input.has("cpu") || !input.has("memory")) {
            throw EcsErrors.client("Fargate requires that 'cpu' and 'memory' be defined at the task level.");
        }
        var cpu = FargateSize.cpu(input.required("cpu"));
        var memory = FargateSize.memory(input.required("memory"));
        if (!FargateSize.isKnown(cpu, memory)) {
            throw EcsErrors.client(
                    "No Fargate configuration exists for given values: " + cpu + " CPU, " + memory + " memory.");
        }
        checkHostPorts(input);
        checkExecutionRole(input);
    }

    private static void checkHostPorts(Input input) {
        for (var container : input.list("containerDefinitions")) {
            for (var port : container.list("portMappings")) {
                var host = port.integer("hostPort").orElse(0);
                if (host != 0 && !port.integer("containerPort").equals(java.util.Optional.of(host))) {
                    throw EcsErrors.client(
                            "When networkMode=awsvpc, the host ports and container ports in port mappings must match.");
                }
            }
        }
    }

    private static void checkExecutionRole(Input input) {
        if (input.string("executionRoleArn").orElse("").isEmpty()) {
            for (var container : input.list("containerDefinitions")) {
                var driver = container.child("logConfiguration").flatMap(log -> log.string("logDriver"));
                if (driver.equals(java.util.Optional.of("awslogs"))) {
                    throw EcsErrors.client(
                            "Fargate requires task definition to have execution role ARN to support log driver awslogs.");
                }
                if (!container.list("secrets").isEmpty()) {
                    throw EcsErrors.client(
                            "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.");
                }
            }
        }
    }
}
