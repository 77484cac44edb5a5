package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.util.List;
import java.util.Map;

/** What a registered revision says of itself, from what was sent. */
final class TaskDefinitionContent {

    private static final List<String> AS_SENT =
            List.of("inferenceAccelerators", "pidMode", "ipcMode", "proxyConfiguration", "ephemeralStorage");

    private TaskDefinitionContent() {}

    static Map<String, Object> of(World world, Input input) {
        var mode = input.string("networkMode").orElse("bridge");
        var cpu = input.string("cpu").map(FargateSize::cpu).orElse(null);
        var memory = input.string("memory").map(FargateSize::memory).orElse(null);
        var members = Members.none()
                .and("containerDefinitions", containers(input, mode))
                .and("taskRoleArn", role(world, input, "taskRoleArn"))
                .and("executionRoleArn", role(world, input, "executionRoleArn"))
                .and("networkMode", mode)
                .and("volumes", listOrEmpty(input, "volumes"))
                .and("requiresAttributes", attributes(mode))
                .and("placementConstraints", listOrEmpty(input, "placementConstraints"))
                .and("compatibilities", compatibilities(mode, cpu, memory))
                .and("runtimePlatform", input.raw().get("runtimePlatform"))
                .and("requiresCompatibilities", sorted(input.strings("requiresCompatibilities")))
                .and("cpu", cpu)
                .and("memory", memory);
        AS_SENT.forEach(name -> members.and(name, input.raw().get(name)));
        return members.and(
                        "enableFaultInjection",
                        input.bool("enableFaultInjection").orElse(false))
                .map();
    }

    private static List<Map<String, Object>> containers(Input input, String mode) {
        return input.list("containerDefinitions").stream()
                .map(container -> ContainerDefaults.echo(container.raw(), mode))
                .toList();
    }

    /** A bare role name is accepted; what comes back is its ARN. */
    private static String role(World world, Input input, String member) {
        return input.string(member)
                .filter(role -> !role.isEmpty())
                .map(role -> role.startsWith("arn:") ? role : "arn:aws:iam::" + world.account() + ":role/" + role)
                .orElse(null);
    }

    private static Object listOrEmpty(Input input, String member) {
        return input.raw().getOrDefault(member, List.of());
    }

    private static List<Map<String, Object>> attributes(String mode) {
        return mode.equals("awsvpc")
                ? List.of(Members.of("name", "ecs.capability.task-eni"))
                : List.of(Members.of("name", "com.amazonaws.ecs.capability.docker-remote-api.1.18"));
    }

    private static List<String> compatibilities(String mode, String cpu, String memory) {
        var fargate = mode.equals("awsvpc") && cpu != null && memory != null && FargateSize.isKnown(cpu, memory);
        return fargate ? List.of("EC2", "FARGATE") : List.of("EC2", "EXTERNAL");
    }

    private static List<String> sorted(List<String> sent) {
        return sent.isEmpty() ? null : sent.stream().sorted().toList();
    }
}
