package io.holdfast.kind.ecsservice;

import static io.holdfast.kind.ecsservice.EcsServiceKind.CREATE;
import static io.holdfast.kind.ecsservice.EcsServiceKind.TAG;
import static io.holdfast.kind.ecsservice.EcsServiceKind.UPDATE;
import static io.holdfast.model.Impact.IN_PLACE;
import static io.holdfast.model.Impact.REPLACEMENT;
import static io.holdfast.model.Impact.ROLLOUT;

import io.holdfast.kind.ecsservice.DeploymentConfiguration.Alarms;
import io.holdfast.kind.ecsservice.DeploymentConfiguration.Canary;
import io.holdfast.kind.ecsservice.DeploymentConfiguration.CircuitBreaker;
import io.holdfast.kind.ecsservice.DeploymentConfiguration.Linear;
import io.holdfast.kind.ecsservice.EcsServiceState.Controller;
import io.holdfast.kind.ecsservice.EcsServiceState.Network;
import io.holdfast.kind.ecsservice.ServiceConnect.AccessLogs;
import io.holdfast.kind.ecsservice.ServiceConnect.Logs;
import io.holdfast.model.Comparison;
import io.holdfast.model.Field;
import io.holdfast.model.FieldTable;
import java.util.Map;

/** What we manage of a service. A row of impact {@code ROLLOUT} starts a deployment; the others take effect at once or with the next. */
final class ServiceTable {
    private ServiceTable() {}

    static FieldTable<EcsServiceState> fields() {
        FieldTable.Builder<EcsServiceState> table = FieldTable.<EcsServiceState>changedBy(UPDATE)
                .row(Field.required("name", EcsServiceState::name, REPLACEMENT).by(CREATE))
                .row(Field.required("cluster", EcsServiceState::cluster, REPLACEMENT)
                        .by(CREATE))
                .row(Field.of("taskDefinition", EcsServiceState::taskDefinition, ROLLOUT)
                        .compared(Rules.lastSegment()))
                .row(Field.of("desiredCount", EcsServiceState::desiredCount, IN_PLACE))
                // UpdateService has no launch type; moving to a strategy is an in-place change of that field.
                .row(Field.of("launchType", EcsServiceState::launchType, REPLACEMENT)
                        .by(CREATE))
                .row(Field.of("capacityProviderStrategy", EcsServiceState::capacityProviderStrategy, IN_PLACE)
                        .compared(Comparison.unordered(Map.of("weight", 0, "base", 0))))
                .row(Field.of("platformVersion", EcsServiceState::platformVersion, ROLLOUT)
                        .compared(Rules.or("LATEST").anyFor("LATEST")))
                .group("networkConfiguration", EcsServiceState::networkConfiguration, network())
                .row(Field.of("loadBalancers", EcsServiceState::loadBalancers, ROLLOUT)
                        .compared(Rules.loadBalancers()))
                .row(Field.of("serviceRegistries", EcsServiceState::serviceRegistries, ROLLOUT)
                        .compared(Comparison.unordered()))
                .group("serviceConnectConfiguration", EcsServiceState::serviceConnectConfiguration, serviceConnect())
                .row(Field.of("volumeConfigurations", EcsServiceState::volumeConfigurations, ROLLOUT)
                        .compared(Rules.volumes()));
        return unchanging(running(table))
                .sharedEntries("tags", EcsServiceState::tags, TAG)
                .build();
    }

    private static FieldTable.Builder<EcsServiceState> running(FieldTable.Builder<EcsServiceState> table) {
        return table.group("deploymentConfiguration", EcsServiceState::deploymentConfiguration, deployment())
                .row(Field.of("healthCheckGracePeriodSeconds", EcsServiceState::healthCheckGracePeriodSeconds, IN_PLACE)
                        .compared(Rules.or(0)))
                .row(Field.of("enableExecuteCommand", EcsServiceState::enableExecuteCommand, IN_PLACE)
                        .compared(Rules.or(false)))
                .row(Field.of("enableECSManagedTags", EcsServiceState::enableECSManagedTags, IN_PLACE)
                        .compared(Rules.or(false)))
                .row(Field.of("propagateTags", EcsServiceState::propagateTags, IN_PLACE)
                        .compared(Rules.or("NONE")))
                .row(Field.of("availabilityZoneRebalancing", EcsServiceState::availabilityZoneRebalancing, IN_PLACE))
                .row(Field.of("placementConstraints", EcsServiceState::placementConstraints, IN_PLACE)
                        .compared(Comparison.exact().emptyIsAbsent()))
                .row(Field.of("placementStrategy", EcsServiceState::placementStrategy, IN_PLACE)
                        .compared(Rules.strategies()));
    }

    private static FieldTable.Builder<EcsServiceState> unchanging(FieldTable.Builder<EcsServiceState> table) {
        FieldTable<Controller> controller = FieldTable.<Controller>changedBy(CREATE)
                // AWS often leaves it out when it is its own.
                .row(Field.required("type", Controller::type, REPLACEMENT).compared(Rules.or("ECS")))
                .build();
        return table.group("deploymentController", EcsServiceState::deploymentController, controller)
                .row(Field.of("schedulingStrategy", EcsServiceState::schedulingStrategy, REPLACEMENT)
                        .compared(Rules.or("REPLICA"))
                        .by(CREATE))
                .row(Field.of("role", EcsServiceState::role, REPLACEMENT)
                        .compared(Rules.lastSegment())
                        .by(CREATE));
    }

    private static FieldTable<Network> network() {
        return FieldTable.<Network>changedBy(UPDATE)
                .row(Field.required("subnets", Network::subnets, ROLLOUT).compared(Comparison.unordered()))
                .row(Field.of("securityGroups", Network::securityGroups, ROLLOUT)
                        .compared(Comparison.unordered()))
                .row(Field.of("assignPublicIp", Network::assignPublicIp, ROLLOUT)
                        .compared(Rules.or("DISABLED")))
                .build();
    }

    private static FieldTable<ServiceConnect> serviceConnect() {
        FieldTable<Logs> logs = FieldTable.<Logs>changedBy(UPDATE)
                .row(Field.required("logDriver", Logs::logDriver, ROLLOUT))
                .entries("options", Logs::options, ROLLOUT)
                .build();
        FieldTable<AccessLogs> accessLogs = FieldTable.<AccessLogs>changedBy(UPDATE)
                .row(Field.required("format", AccessLogs::format, ROLLOUT))
                .row(Field.of("includeQueryParameters", AccessLogs::includeQueryParameters, ROLLOUT)
                        .compared(Rules.or("DISABLED")))
                .build();
        return FieldTable.<ServiceConnect>changedBy(UPDATE)
                .row(Field.required("enabled", ServiceConnect::enabled, ROLLOUT).compared(Rules.or(false)))
                .row(Field.of("namespace", ServiceConnect::namespace, ROLLOUT))
                .row(Field.of("services", ServiceConnect::services, ROLLOUT).compared(Rules.offers()))
                .group("logConfiguration", ServiceConnect::logConfiguration, logs)
                .group("accessLogConfiguration", ServiceConnect::accessLogConfiguration, accessLogs)
                .build();
    }

    /** The next deployment goes by it; the running one does not. */
    private static FieldTable<DeploymentConfiguration> deployment() {
        return FieldTable.<DeploymentConfiguration>changedBy(UPDATE)
                .row(Field.of("maximumPercent", DeploymentConfiguration::maximumPercent, IN_PLACE)
                        .compared(Rules.or(200)))
                .row(Field.of("minimumHealthyPercent", DeploymentConfiguration::minimumHealthyPercent, IN_PLACE)
                        .compared(Rules.or(100)))
                .group("deploymentCircuitBreaker", DeploymentConfiguration::deploymentCircuitBreaker, breaker())
                .group("alarms", DeploymentConfiguration::alarms, alarms())
                .row(Field.of("strategy", DeploymentConfiguration::strategy, IN_PLACE)
                        .compared(Rules.or("ROLLING")))
                .row(Field.of("bakeTimeInMinutes", DeploymentConfiguration::bakeTimeInMinutes, IN_PLACE)
                        .compared(Rules.or(0)))
                .row(Field.of("lifecycleHooks", DeploymentConfiguration::lifecycleHooks, IN_PLACE)
                        .compared(Rules.hooks()))
                .group("linearConfiguration", DeploymentConfiguration::linearConfiguration, linear())
                .group("canaryConfiguration", DeploymentConfiguration::canaryConfiguration, canary())
                .build();
    }

    private static FieldTable<CircuitBreaker> breaker() {
        return FieldTable.<CircuitBreaker>changedBy(UPDATE)
                .row(Field.required("enable", CircuitBreaker::enable, IN_PLACE).compared(Rules.or(false)))
                .row(Field.required("rollback", CircuitBreaker::rollback, IN_PLACE)
                        .compared(Rules.or(false)))
                .build();
    }

    private static FieldTable<Alarms> alarms() {
        return FieldTable.<Alarms>changedBy(UPDATE)
                .row(Field.required("alarmNames", Alarms::alarmNames, IN_PLACE).compared(Comparison.unordered()))
                .row(Field.required("enable", Alarms::enable, IN_PLACE).compared(Rules.or(false)))
                .row(Field.required("rollback", Alarms::rollback, IN_PLACE).compared(Rules.or(false)))
                .build();
    }

    private static FieldTable<Linear> linear() {
        return FieldTable.<Linear>changedBy(UPDATE)
                .row(Field.of("stepPercent", Linear::stepPercent, IN_PLACE).compared(Rules.or(10)))
                .row(Field.of("stepBakeTimeInMinutes", Linear::stepBakeTimeInMinutes, IN_PLACE)
                        .compared(Rules.or(6)))
                .build();
    }

    private static FieldTable<Canary> canary() {
        return FieldTable.<Canary>changedBy(UPDATE)
                .row(Field.of("canaryPercent", Canary::canaryPercent, IN_PLACE).compared(Rules.or(5)))
                .row(Field.of("canaryBakeTimeInMinutes", Canary::canaryBakeTimeInMinutes, IN_PLACE)
                        .compared(Rules.or(10)))
                .build();
    }
}
