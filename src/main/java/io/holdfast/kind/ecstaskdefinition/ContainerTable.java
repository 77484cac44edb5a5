package io.holdfast.kind.ecstaskdefinition;

import static io.holdfast.kind.ecstaskdefinition.EcsTaskDefinitionKind.REGISTER;
import static io.holdfast.model.Impact.ROLLOUT;

import io.holdfast.kind.ecstaskdefinition.Container.Firelens;
import io.holdfast.kind.ecstaskdefinition.Container.HealthCheck;
import io.holdfast.kind.ecstaskdefinition.Container.LogConfiguration;
import io.holdfast.kind.ecstaskdefinition.Container.RepositoryCredentials;
import io.holdfast.kind.ecstaskdefinition.Container.RestartPolicy;
import io.holdfast.kind.ecstaskdefinition.LinuxParameters.Capabilities;
import io.holdfast.model.Comparison;
import io.holdfast.model.Field;
import io.holdfast.model.FieldTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What we manage of a container. Any difference is a new revision, and so a rollout. */
final class ContainerTable {
    private static final Map<String, Boolean> WRITABLE = Map.of("readOnly", false);

    private ContainerTable() {}

    static FieldTable<Container> fields() {
        FieldTable.Builder<Container> table = FieldTable.<Container>changedBy(REGISTER)
                .row(Field.required("image", Container::image, ROLLOUT))
                .row(rollout("essential", Container::essential, Rules.or(true)))
                .row(rollout("cpu", Container::cpu, Rules.or(0)))
                .row(rollout("memory", Container::memory, Rules.exact()))
                .row(rollout("memoryReservation", Container::memoryReservation, Rules.exact()))
                .hiddenEntries("environment", Container::environment, ROLLOUT)
                .members("secrets", Container::secrets, secrets(), ROLLOUT)
                .row(rollout("environmentFiles", Container::environmentFiles, Rules.orEmpty()))
                .row(rollout("portMappings", Container::portMappings, Rules.ports()))
                .row(rollout("command", Container::command, Rules.orEmpty()))
                .row(rollout("entryPoint", Container::entryPoint, Rules.orEmpty()))
                .row(rollout("mountPoints", Container::mountPoints, Comparison.unordered(WRITABLE)))
                .row(rollout("volumesFrom", Container::volumesFrom, Comparison.unordered(WRITABLE)))
                .row(rollout("links", Container::links, Rules.set()))
                .row(rollout("dependsOn", Container::dependsOn, Rules.set()))
                .row(rollout("systemControls", Container::systemControls, Rules.set()));
        return hosting(table).build();
    }

    private static FieldTable.Builder<Container> hosting(FieldTable.Builder<Container> table) {
        return running(table)
                .row(rollout("extraHosts", Container::extraHosts, Rules.orEmpty()))
                .row(rollout("dnsServers", Container::dnsServers, Rules.orEmpty()))
                .row(rollout("dnsSearchDomains", Container::dnsSearchDomains, Rules.orEmpty()))
                .row(rollout("dockerSecurityOptions", Container::dockerSecurityOptions, Rules.orEmpty()))
                .row(rollout("credentialSpecs", Container::credentialSpecs, Rules.orEmpty()))
                .row(rollout("ulimits", Container::ulimits, Rules.set()))
                .group("linuxParameters", Container::linuxParameters, linux())
                .group("healthCheck", Container::healthCheck, healthCheck())
                .group("logConfiguration", Container::logConfiguration, logs())
                .group("firelensConfiguration", Container::firelensConfiguration, firelens())
                .group("repositoryCredentials", Container::repositoryCredentials, registry())
                .row(rollout("resourceRequirements", Container::resourceRequirements, Rules.set()))
                .group("restartPolicy", Container::restartPolicy, restarts());
    }

    private static FieldTable.Builder<Container> running(FieldTable.Builder<Container> table) {
        return table.row(rollout("versionConsistency", Container::versionConsistency, Rules.or("enabled")))
                .row(rollout("readonlyRootFilesystem", Container::readonlyRootFilesystem, Rules.or(false)))
                .row(rollout("privileged", Container::privileged, Rules.or(false)))
                .row(rollout("interactive", Container::interactive, Rules.or(false)))
                .row(rollout("pseudoTerminal", Container::pseudoTerminal, Rules.or(false)))
                .row(rollout("disableNetworking", Container::disableNetworking, Rules.or(false)))
                .row(rollout("startTimeout", Container::startTimeout, Rules.exact()))
                .row(rollout("stopTimeout", Container::stopTimeout, Rules.exact()))
                .row(rollout("user", Container::user, Rules.orEmpty()))
                .row(rollout("workingDirectory", Container::workingDirectory, Rules.orEmpty()))
                .row(rollout("hostname", Container::hostname, Rules.orEmpty()))
                .entries("dockerLabels", Container::dockerLabels, ROLLOUT);
    }

    private static FieldTable<String> secrets() {
        return FieldTable.<String>changedBy(REGISTER)
                .row(Field.<String>required("", Function.identity(), ROLLOUT).compared(Rules.secret()))
                .build();
    }

    private static FieldTable<LinuxParameters> linux() {
        return FieldTable.<LinuxParameters>changedBy(REGISTER)
                .group("capabilities", LinuxParameters::capabilities, capabilities())
                .row(rollout("devices", LinuxParameters::devices, Rules.devices()))
                .row(rollout("initProcessEnabled", LinuxParameters::initProcessEnabled, Rules.or(false)))
                .row(rollout("maxSwap", LinuxParameters::maxSwap, Rules.exact()))
                .row(rollout("sharedMemorySize", LinuxParameters::sharedMemorySize, Rules.exact()))
                .row(rollout("swappiness", LinuxParameters::swappiness, Rules.exact()))
                .row(rollout("tmpfs", LinuxParameters::tmpfs, Rules.set()))
                .build();
    }

    private static FieldTable<Capabilities> capabilities() {
        return FieldTable.<Capabilities>changedBy(REGISTER)
                .row(rollout("add", Capabilities::add, Rules.set()))
                .row(rollout("drop", Capabilities::drop, Rules.set()))
                .build();
    }

    private static FieldTable<HealthCheck> healthCheck() {
        Function<HealthCheck, List<String>> command = HealthCheck::command;
        return FieldTable.<HealthCheck>changedBy(REGISTER)
                .row(Field.required("command", command, ROLLOUT))
                .row(rollout("interval", HealthCheck::interval, Rules.or(30)))
                .row(rollout("timeout", HealthCheck::timeout, Rules.or(5)))
                .row(rollout("retries", HealthCheck::retries, Rules.or(3)))
                .row(rollout("startPeriod", HealthCheck::startPeriod, Rules.or(0)))
                .build();
    }

    /** The driver's mode is an account setting when it is left out, and AWS does not echo that. */
    private static FieldTable<LogConfiguration> logs() {
        return FieldTable.<LogConfiguration>changedBy(REGISTER)
                .row(Field.required("logDriver", LogConfiguration::logDriver, ROLLOUT))
                .entries("options", LogConfiguration::options, ROLLOUT)
                .members("secretOptions", LogConfiguration::secretOptions, secrets(), ROLLOUT)
                .build();
    }

    private static FieldTable<Firelens> firelens() {
        return FieldTable.<Firelens>changedBy(REGISTER)
                .row(Field.required("type", Firelens::type, ROLLOUT))
                .entries("options", Firelens::options, ROLLOUT)
                .build();
    }

    private static FieldTable<RepositoryCredentials> registry() {
        return FieldTable.<RepositoryCredentials>changedBy(REGISTER)
                .row(Field.required("credentialsParameter", RepositoryCredentials::credentialsParameter, ROLLOUT))
                .build();
    }

    private static FieldTable<RestartPolicy> restarts() {
        return FieldTable.<RestartPolicy>changedBy(REGISTER)
                .row(Field.required("enabled", RestartPolicy::enabled, ROLLOUT))
                .row(rollout("ignoredExitCodes", RestartPolicy::ignoredExitCodes, Rules.set()))
                .row(rollout("restartAttemptPeriod", RestartPolicy::restartAttemptPeriod, Rules.exact()))
                .build();
    }

    /** A field that may be left out; like any of them it costs a rollout. */
    static <S> Field<S> rollout(String path, Function<S, Optional<?>> get, Comparison rule) {
        return Field.of(path, get, ROLLOUT).compared(rule);
    }
}
