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
                .row(of("essential", Container::essential, Rules.or(true)))
                .row(of("cpu", Container::cpu, Rules.or(0)))
                .row(of("memory", Container::memory, Rules.exact()))
                .row(of("memoryReservation", Container::memoryReservation, Rules.exact()))
                .hiddenEntries("environment", Container::environment, ROLLOUT)
                .members("secrets", Container::secrets, secrets(), ROLLOUT)
                .row(of("environmentFiles", Container::environmentFiles, Rules.orEmpty()))
                .row(of("portMappings", Container::portMappings, Rules.ports()))
                .row(of("command", Container::command, Rules.orEmpty()))
                .row(of("entryPoint", Container::entryPoint, Rules.orEmpty()))
                .row(of("mountPoints", Container::mountPoints, Comparison.unordered(WRITABLE)))
                .row(of("volumesFrom", Container::volumesFrom, Comparison.unordered(WRITABLE)))
                .row(of("links", Container::links, Rules.set()))
                .row(of("dependsOn", Container::dependsOn, Rules.set()))
                .row(of("systemControls", Container::systemControls, Rules.set()));
        return hosting(table).build();
    }

    private static FieldTable.Builder<Container> hosting(FieldTable.Builder<Container> table) {
        return running(table)
                .row(of("extraHosts", Container::extraHosts, Rules.orEmpty()))
                .row(of("dnsServers", Container::dnsServers, Rules.orEmpty()))
                .row(of("dnsSearchDomains", Container::dnsSearchDomains, Rules.orEmpty()))
                .row(of("dockerSecurityOptions", Container::dockerSecurityOptions, Rules.orEmpty()))
                .row(of("credentialSpecs", Container::credentialSpecs, Rules.orEmpty()))
                .row(of("ulimits", Container::ulimits, Rules.set()))
                .group("linuxParameters", Container::linuxParameters, linux())
                .group("healthCheck", Container::healthCheck, healthCheck())
                .group("logConfiguration", Container::logConfiguration, logs())
                .group("firelensConfiguration", Container::firelensConfiguration, firelens())
                .group("repositoryCredentials", Container::repositoryCredentials, registry())
                .row(of("resourceRequirements", Container::resourceRequirements, Rules.set()))
                .group("restartPolicy", Container::restartPolicy, restarts());
    }

    private static FieldTable.Builder<Container> running(FieldTable.Builder<Container> table) {
        return table.row(of("versionConsistency", Container::versionConsistency, Rules.or("enabled")))
                .row(of("readonlyRootFilesystem", Container::readonlyRootFilesystem, Rules.or(false)))
                .row(of("privileged", Container::privileged, Rules.or(false)))
                .row(of("interactive", Container::interactive, Rules.or(false)))
                .row(of("pseudoTerminal", Container::pseudoTerminal, Rules.or(false)))
                .row(of("disableNetworking", Container::disableNetworking, Rules.or(false)))
                .row(of("startTimeout", Container::startTimeout, Rules.exact()))
                .row(of("stopTimeout", Container::stopTimeout, Rules.exact()))
                .row(of("user", Container::user, Rules.orEmpty()))
                .row(of("workingDirectory", Container::workingDirectory, Rules.orEmpty()))
                .row(of("hostname", Container::hostname, Rules.orEmpty()))
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
                .row(of("devices", LinuxParameters::devices, Rules.devices()))
                .row(of("initProcessEnabled", LinuxParameters::initProcessEnabled, Rules.or(false)))
                .row(of("maxSwap", LinuxParameters::maxSwap, Rules.exact()))
                .row(of("sharedMemorySize", LinuxParameters::sharedMemorySize, Rules.exact()))
                .row(of("swappiness", LinuxParameters::swappiness, Rules.exact()))
                .row(of("tmpfs", LinuxParameters::tmpfs, Rules.set()))
                .build();
    }

    private static FieldTable<Capabilities> capabilities() {
        return FieldTable.<Capabilities>changedBy(REGISTER)
                .row(of("add", Capabilities::add, Rules.set()))
                .row(of("drop", Capabilities::drop, Rules.set()))
                .build();
    }

    private static FieldTable<HealthCheck> healthCheck() {
        Function<HealthCheck, List<String>> command = HealthCheck::command;
        return FieldTable.<HealthCheck>changedBy(REGISTER)
                .row(Field.required("command", command, ROLLOUT))
                .row(of("interval", HealthCheck::interval, Rules.or(30)))
                .row(of("timeout", HealthCheck::timeout, Rules.or(5)))
                .row(of("retries", HealthCheck::retries, Rules.or(3)))
                .row(of("startPeriod", HealthCheck::startPeriod, Rules.or(0)))
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
                .row(of("ignoredExitCodes", RestartPolicy::ignoredExitCodes, Rules.set()))
                .row(of("restartAttemptPeriod", RestartPolicy::restartAttemptPeriod, Rules.exact()))
                .build();
    }

    static <S> Field<S> of(String path, Function<S, Optional<?>> get, Comparison rule) {
        return Field.of(path, get, ROLLOUT).compared(rule);
    }
}
