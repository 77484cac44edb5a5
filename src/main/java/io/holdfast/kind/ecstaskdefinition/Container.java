package io.holdfast.kind.ecstaskdefinition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One container of a task. Limits: Amazon ECS API Reference, ContainerDefinition.
 *
 * @param image as declared; ECS resolves a tag for each service revision and never rewrites it here
 * @param essential whether the task stops with it; AWS says yes when it is left out
 * @param cpu CPU units of the task's; AWS says 0 when it is left out
 * @param memory hard limit in MiB
 * @param memoryReservation soft limit in MiB
 * @param environment by name; may hold secrets, so the values are never shown
 * @param secrets by name: the ARN of a secret or parameter, or the name of a parameter
 * @param environmentFiles files of such pairs on S3; later ones win
 * @param portMappings ports it listens on
 * @param command in place of the image's
 * @param entryPoint in place of the image's
 * @param mountPoints volumes it sees
 * @param volumesFrom containers whose volumes it sees
 * @param links containers it reaches by name; bridge mode only
 * @param dependsOn containers that must have come so far first
 * @param systemControls kernel parameters
 * @param extraHosts lines for its hosts file
 * @param dnsServers servers it asks
 * @param dnsSearchDomains domains it tries
 * @param dockerSecurityOptions labels for SELinux and the like
 * @param credentialSpecs files for Active Directory
 * @param ulimits limits of its processes
 * @param linuxParameters what the kernel allows it
 * @param healthCheck how ECS asks whether it is well
 * @param logConfiguration where its output goes
 * @param firelensConfiguration marks it as the router of other containers' output
 * @param repositoryCredentials for a private registry
 * @param resourceRequirements GPUs
 * @param restartPolicy whether it alone is restarted
 * @param versionConsistency whether the tag is resolved once for each deployment; AWS says {@code enabled} when it is left out
 * @param readonlyRootFilesystem AWS says no when it is left out, here and in the next four
 * @param privileged root on the host
 * @param interactive keeps its input open
 * @param pseudoTerminal gives it a terminal
 * @param disableNetworking no network at all
 * @param startTimeout seconds it has for what others wait for
 * @param stopTimeout seconds between asking it to end and ending it; 120 at most on Fargate
 * @param user as whom it runs
 * @param workingDirectory where it starts
 * @param hostname its own name
 * @param dockerLabels by name
 */
public record Container(
        @Pattern(regexp = "\\S{1,2048}", message = "an image, without blanks")
        String image,

        Optional<Boolean> essential,
        Optional<@Min(0) Integer> cpu,
        Optional<@Min(4) Integer> memory,
        Optional<@Min(4) Integer> memoryReservation,
        Optional<Map<@Size(min = 1) String, String>> environment,
        Optional<Map<@Size(min = 1) String, @Size(min = 1) String>> secrets,
        Optional<List<EnvironmentFile>> environmentFiles,
        Optional<List<PortMapping>> portMappings,
        Optional<List<String>> command,
        Optional<List<String>> entryPoint,
        Optional<List<MountPoint>> mountPoints,
        Optional<List<VolumeFrom>> volumesFrom,
        Optional<List<String>> links,
        Optional<List<Dependency>> dependsOn,
        Optional<List<SystemControl>> systemControls,
        Optional<List<HostEntry>> extraHosts,
        Optional<List<String>> dnsServers,
        Optional<List<String>> dnsSearchDomains,
        Optional<List<String>> dockerSecurityOptions,
        Optional<List<String>> credentialSpecs,
        Optional<List<Ulimit>> ulimits,
        Optional<LinuxParameters> linuxParameters,
        Optional<HealthCheck> healthCheck,
        Optional<LogConfiguration> logConfiguration,
        Optional<Firelens> firelensConfiguration,
        Optional<RepositoryCredentials> repositoryCredentials,
        Optional<List<ResourceRequirement>> resourceRequirements,
        Optional<RestartPolicy> restartPolicy,
        Optional<@Pattern(regexp = "enabled|disabled", message = "enabled or disabled") String> versionConsistency,
        Optional<Boolean> readonlyRootFilesystem,
        Optional<Boolean> privileged,
        Optional<Boolean> interactive,
        Optional<Boolean> pseudoTerminal,
        Optional<Boolean> disableNetworking,
        Optional<@Min(2) Integer> startTimeout,
        Optional<@Min(2) Integer> stopTimeout,
        Optional<String> user,
        Optional<String> workingDirectory,
        Optional<String> hostname,
        Optional<Map<String, String>> dockerLabels) {

    /** Pairs of a file on S3. */
    public record EnvironmentFile(
            String value,
            @Pattern(regexp = "s3", message = "s3") String type) {}

    /**
     * A port it listens on.
     *
     * @param containerPort the port; absent with a range
     * @param containerPortRange such as {@code 4000-4010}
     * @param hostPort on the host; 0 and absent mean any free one
     * @param protocol {@code tcp} when absent
     * @param name what Service Connect calls it
     * @param appProtocol {@code http}, {@code http2} or {@code grpc}; fixed once a service uses it
     */
    public record PortMapping(
            Optional<@Min(0) @Max(65_535) Integer> containerPort,
            Optional<@Pattern(regexp = "[0-9]{1,5}-[0-9]{1,5}", message = "such as 4000-4010") String>
                    containerPortRange,
            Optional<@Min(0) @Max(65_535) Integer> hostPort,
            Optional<@Pattern(regexp = "tcp|udp", message = "tcp or udp") String> protocol,
            Optional<
                            @Pattern(
                                    regexp = "[a-z0-9_][a-z0-9_-]{0,63}",
                                    message = "1 to 64 small letters, digits, hyphens and underscores, no hyphen first")
                            String>
                    name,
            Optional<@Pattern(regexp = "http|http2|grpc", message = "http, http2 or grpc") String> appProtocol) {
        PortMapping withoutHostPort() {
            return hostPort.isPresent() && hostPort.equals(containerPort)
                    ? new PortMapping(containerPort, containerPortRange, Optional.empty(), protocol, name, appProtocol)
                    : this;
        }
    }

    /** A volume it sees; AWS lets it write when {@code readOnly} is left out. */
    public record MountPoint(
            Optional<String> sourceVolume, Optional<String> containerPath, Optional<Boolean> readOnly) {}

    /** A container whose volumes it sees; AWS lets it write when {@code readOnly} is left out. */
    public record VolumeFrom(String sourceContainer, Optional<Boolean> readOnly) {}

    /** What another container must have come to: {@code START}, {@code COMPLETE}, {@code SUCCESS} or {@code HEALTHY}. */
    public record Dependency(
            String containerName,

            @Pattern(regexp = "START|COMPLETE|SUCCESS|HEALTHY", message = "START, COMPLETE, SUCCESS or HEALTHY")
            String condition) {}

    /** A kernel parameter. */
    public record SystemControl(String namespace, String value) {}

    /** A line for its hosts file. */
    public record HostEntry(String hostname, String ipAddress) {}

    /** A limit of its processes, such as {@code nofile}. */
    public record Ulimit(String name, int softLimit, int hardLimit) {}

    /**
     * How ECS asks whether it is well.
     *
     * @param command {@code CMD} and words, or {@code CMD-SHELL} and a line
     * @param interval seconds between two questions; AWS says 30 when absent
     * @param timeout seconds for the answer; AWS says 5 when absent
     * @param retries failures in a row that make it unwell; AWS says 3 when absent
     * @param startPeriod seconds in which failures do not count; 0 when absent
     */
    public record HealthCheck(
            List<String> command,
            Optional<@Min(5) @Max(300) Integer> interval,
            Optional<@Min(2) @Max(120) Integer> timeout,
            Optional<@Min(1) @Max(10) Integer> retries,
            Optional<@Min(0) @Max(300) Integer> startPeriod) {}

    /**
     * Where its output goes.
     *
     * @param logDriver such as {@code awslogs}
     * @param options by name; the whole map is ours
     * @param secretOptions options whose value is a secret: name to ARN
     */
    public record LogConfiguration(
            String logDriver, Optional<Map<String, String>> options, Optional<Map<String, String>> secretOptions) {}

    /** Marks it as the router of other containers' output: {@code fluentd} or {@code fluentbit}. */
    public record Firelens(
            @Pattern(regexp = "fluentd|fluentbit", message = "fluentd or fluentbit")
            String type,

            Optional<Map<String, String>> options) {}

    /** The secret that opens a private registry, by ARN. */
    public record RepositoryCredentials(String credentialsParameter) {}

    /** How many of what: {@code GPU} or {@code InferenceAccelerator}. */
    public record ResourceRequirement(
            @Pattern(regexp = "GPU|InferenceAccelerator", message = "GPU or InferenceAccelerator")
            String type,

            String value) {}

    /**
     * Whether it alone is restarted.
     *
     * @param ignoredExitCodes with which it is left stopped
     * @param restartAttemptPeriod seconds it must have run before it is restarted
     */
    public record RestartPolicy(
            boolean enabled,
            Optional<List<Integer>> ignoredExitCodes,
            Optional<@Min(60) @Max(1800) Integer> restartAttemptPeriod) {}

    Container withoutHostPorts() {
        return portMappings.isEmpty() ? this : with(portMappings.map(Container::withoutHostPorts));
    }

    private static List<PortMapping> withoutHostPorts(List<PortMapping> ports) {
        return ports.stream().map(PortMapping::withoutHostPort).toList();
    }

    private Container with(Optional<List<PortMapping>> ports) {
        return new Container(
                image,
                essential,
                cpu,
                memory,
                memoryReservation,
                environment,
                secrets,
                environmentFiles,
                ports,
                command,
                entryPoint,
                mountPoints,
                volumesFrom,
                links,
                dependsOn,
                systemControls,
                extraHosts,
                dnsServers,
                dnsSearchDomains,
                dockerSecurityOptions,
                credentialSpecs,
                ulimits,
                linuxParameters,
                healthCheck,
                logConfiguration,
                firelensConfiguration,
                repositoryCredentials,
                resourceRequirements,
                restartPolicy,
                versionConsistency,
                readonlyRootFilesystem,
                privileged,
                interactive,
                pseudoTerminal,
                disableNetworking,
                startTimeout,
                stopTimeout,
                user,
                workingDirectory,
                hostname,
                dockerLabels);
    }
}
