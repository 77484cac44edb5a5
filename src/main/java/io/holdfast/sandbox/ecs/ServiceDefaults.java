package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.wire.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What ECS fills in when a service is created (AWS-SEMANTICS, section 3, "Defaults echoed when omitted"). */
final class ServiceDefaults {

    private static final List<Object> EMPTY = List.of();

    private static final Map<String, Object> OFF = Map.of("enable", false, "rollback", false);

    private static final Map<String, Object> NO_ALARMS =
            Map.of("alarmNames", EMPTY, "enable", false, "rollback", false);

    private static final Defaults DEPLOYMENT_CONFIGURATION = Defaults.none()
            .and("strategy", "ROLLING")
            .and("maximumPercent", 200)
            .and("minimumHealthyPercent", 100)
            .and("bakeTimeInMinutes", 0)
            .and("deploymentCircuitBreaker", OFF)
            .and("alarms", NO_ALARMS);

    private static final Defaults DAEMON_CONFIGURATION =
            DEPLOYMENT_CONFIGURATION.and("maximumPercent", 100).and("minimumHealthyPercent", 0);

    private static final Defaults SERVICE = Defaults.none()
            .and("loadBalancers", EMPTY)
            .and("serviceRegistries", EMPTY)
            .and("schedulingStrategy", "REPLICA")
            .and("deploymentController", Map.of("type", "ECS"))
            .and("healthCheckGracePeriodSeconds", 0)
            .and("placementConstraints", EMPTY)
            .and("placementStrategy", EMPTY)
            .and("enableECSManagedTags", false)
            .and("propagateTags", "NONE")
            .and("enableExecuteCommand", false)
            .and("availabilityZoneRebalancing", "ENABLED")
            .and("deploymentConfiguration", Map.of());

    private static final Defaults FARGATE =
            SERVICE.and("platformVersion", "LATEST").and("platformFamily", "Linux");

    private ServiceDefaults() {}

    /** The members as they are echoed once a launch type or a strategy has been settled. */
    static Map<String, Object> fill(World world, Map<String, Object> sent, boolean fargate) {
        var filled = (fargate ? FARGATE : SERVICE).fill(sent);
        var daemon = "DAEMON".equals(filled.get("schedulingStrategy"));
        filled.put(
                "deploymentConfiguration",
                (daemon ? DAEMON_CONFIGURATION : DEPLOYMENT_CONFIGURATION)
                        .fill(structure(filled, "deploymentConfiguration")));
        filled.putIfAbsent(
                "roleArn",
                "arn:aws:iam::" + world.account() + ":role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS");
        return normal(world, filled);
    }

    /** What ECS rewrites in members that were sent. */
    static Map<String, Object> normal(World world, Map<String, Object> members) {
        var normal = new LinkedHashMap<>(members);
        normal.computeIfPresent("networkConfiguration", (name, sent) -> network(world, (Map<?, ?>) sent));
        normal.computeIfPresent("placementStrategy", (name, sent) -> placement((List<?>) sent));
        return normal;
    }

    /** The blocks sent replace the blocks there are; other blocks stay. */
    static Map<String, Object> merged(Map<String, Object> configuration, Map<String, Object> sent) {
        var merged = new LinkedHashMap<>(configuration);
        merged.putAll(sent);
        return merged;
    }

    private static Map<String, Object> network(World world, Map<?, ?> sent) {
        var vpc = new Input(structure(new LinkedHashMap<>(Map.copyOf(sent)), "awsvpcConfiguration"));
        var table = Defaults.none().and("securityGroups", EMPTY).and("assignPublicIp", "DISABLED");
        var filled = table.fill(vpc.raw());
        if (vpc.strings("securityGroups").isEmpty()) {
            filled.put("securityGroups", List.of(defaultSecurityGroup(world)));
        }
        return Map.of("awsvpcConfiguration", filled);
    }

    /** The default group of the VPC the subnets lie in; the sandbox knows one VPC per account. */
    private static String defaultSecurityGroup(World world) {
        return "sg-" + world.account() + "00000";
    }

    private static List<Object> placement(List<?> sent) {
        return sent.stream()
                .<Object>map(item -> upperCaseField((Map<?, ?>) item))
                .toList();
    }

    /** {@code cpu} and {@code memory} come back in upper case. */
    private static Map<Object, Object> upperCaseField(Map<?, ?> item) {
        var copy = new LinkedHashMap<Object, Object>(item);
        copy.computeIfPresent(
                "field",
                (name, field) -> "cpu".equals(field) || "memory".equals(field)
                        ? field.toString().toUpperCase(Locale.ROOT)
                        : field);
        return copy;
    }

    private static Map<String, Object> structure(Map<?, ?> members, String name) {
        var copy = new LinkedHashMap<String, Object>();
        if (members.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(key.toString(), value));
        }
        return copy;
    }
}
