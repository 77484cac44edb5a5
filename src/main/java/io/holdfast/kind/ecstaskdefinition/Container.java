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
 * @param image such as {@code nginx:1.27}; the same tag pushed again is no change, and ECS looks a tag up once for
 *     each deployment
 * @param essential whether the task stops with it; left out, AWS takes true
 * @param cpu CPU units of the task's, 1024 to a vCPU; a share, not a limit, on Linux. Left out, AWS takes 0: what is
 *     left over
 * @param memory MiB at which it is killed; leave it out on Fargate unless containers must be kept apart
 * @param memoryReservation MiB it always gets; below {@code memory} where both are written
 * @param environment variables by name. Nothing secret may stand here: use {@code secrets}. The values are never
 *     shown
 * @param secrets variables by name, whose values are read when a task starts: the ARN of a secret, with
 *     {@code :key::} for one key of it, or the ARN or name of a parameter. A rotated secret reaches no task that runs
 * @param environmentFiles files of variables on S3; later ones win
 * @param portMappings ports it listens on
 * @param command in place of the image's, word by word
 * @param entryPoint in place of the image's, word by word
 * @param mountPoints volumes it sees; order means nothing
 * @param volumesFrom containers whose volumes it sees; order means nothing
 * @param links containers it reaches by name; {@code bridge} mode only. Order means nothing
 * @param dependsOn containers that must have come so far first; order means nothing
 * @param systemControls kernel parameters; order means nothing
 * @param extraHosts lines for its hosts file; not with {@code awsvpc}
 * @param dnsServers addresses of the servers it asks; not with {@code awsvpc}
 * @param dnsSearchDomains domains it tries a bare name in; not with {@code awsvpc}
 * @param dockerSecurityOptions labels for SELinux and the like; not on Fargate
 * @param credentialSpecs files for Active Directory, by ARN; one at most
 * @param ulimits limits of its processes; on Fargate only {@code nofile}. Order means nothing
 * @param linuxParameters what the kernel allows it
 * @param healthCheck how ECS asks whether it is well; left out, it is well while it runs
 * @param logConfiguration where its output goes; left out, nowhere on Fargate
 * @param firelensConfiguration marks it as the router of other containers' output
 * @param repositoryCredentials for a private registry other than ECR
 * @param resourceRequirements GPUs it needs; order means nothing
 * @param restartPolicy whether it alone is restarted when it ends
 * @param versionConsistency {@code enabled}: the tag is looked up once for each deployment and all tasks run the same
 *     image; {@code disabled}: at each start of a task. Left out, AWS takes {@code enabled}
 * @param readonlyRootFilesystem whether it may write to volumes only; left out, AWS takes false
 * @param privileged whether it is root on the host; not on Fargate. Left out, AWS takes false
 * @param interactive whether its input is kept open; left out, AWS takes false
 * @param pseudoTerminal whether it gets a terminal; left out, AWS takes false
 * @param disableNetworking whether it has no network at all; not on Fargate. Left out, AWS takes false
 * @param startTimeout seconds the containers in {@code dependsOn} have to come so far, 120 at most on Fargate; left
 *     out, the agent of an instance takes 180
 * @param stopTimeout seconds between asking it to end and ending it, 120 at most on Fargate; left out, AWS takes 30
 * @param user as whom it runs, such as {@code 1000:1000}; left out, as the image says
 * @param workingDirectory where it starts, such as {@code /srv/app}; left out, where the image says
 * @param hostname its own name; not with {@code awsvpc}
 * @param dockerLabels by name
 */
public record Container(
        @Pattern(
                regexp = "[A-Za-z0-9._:/#@+-]{1,2048}",
                message = "an image, of letters, digits and - _ . : / # @ +, such as registry/name:tag")
        String image,

        Optional<Boolean> essential,
        Optional<@Min(0) Integer> cpu,
        Optional<@Min(4) Integer> memory,
        Optional<@Min(4) Integer> memoryReservation,
        Optional<Map<@Size(min = 1) String, String>> environment,
        Optional<Map<@Size(min = 1) String, @Pattern(regexp = Container.KEPT, message = Container.KEPT_MEANT) String>>
                secrets,
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
    /**
     * Where ECS finds a secret (Amazon ECS API Reference, Secret; of a parameter's name, Systems Manager API Reference,
     * PutParameter, and behind a colon a version or label, GetParameters).
     */
    static final String KEPT = "arn:[^:\\s]+:secretsmanager:[^:\\s]+:[0-9]{12}:secret:\\S+"
            + "|arn:[^:\\s]+:ssm:[^:\\s]+:[0-9]{12}:parameter/[A-Za-z0-9_./-]+"
            + "|(?!arn:)([A-Za-z0-9_.-]+|(/[A-Za-z0-9_.-]+)+)(:[A-Za-z0-9_.-]+)?";

    static final String KEPT_MEANT = "the ARN of a secret, or the ARN or name of a parameter";

    /**
     * Variables of a file on S3.
     *
     * @param value the ARN of the file, whose name ends in {@code .env}
     * @param type {@code s3}
     */
    public record EnvironmentFile(
            String value,
            @Pattern(regexp = "s3", message = "s3") String type) {}

    /**
     * A port it listens on.
     *
     * @param containerPort the port, such as {@code 3000}; leave it out with a range
     * @param containerPortRange such as {@code 4000-4010}; leave it out with a port
     * @param hostPort on the host; in {@code awsvpc} and {@code host} mode it can only be the same. Left out, any
     *     free one in {@code bridge} mode
     * @param protocol {@code tcp} or {@code udp}; left out, AWS takes {@code tcp}
     * @param name what Service Connect calls it, such as {@code http}
     * @param appProtocol {@code http}, {@code http2} or {@code grpc}; fixed once a service uses it. Left out, Service
     *     Connect takes TCP
     */
    public record PortMapping(
            Optional<@Min(1) @Max(65_535) Integer> containerPort,
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

    /**
     * A volume it sees.
     *
     * @param sourceVolume the name of one of the task's volumes
     * @param containerPath where it sees it, such as {@code /var/lib/data}
     * @param readOnly whether it may not write there; left out, AWS takes false
     */
    public record MountPoint(
            Optional<String> sourceVolume, Optional<String> containerPath, Optional<Boolean> readOnly) {}

    /**
     * A container whose volumes it sees.
     *
     * @param sourceContainer the name of the other container
     * @param readOnly whether it may not write there; left out, AWS takes false
     */
    public record VolumeFrom(String sourceContainer, Optional<Boolean> readOnly) {}

    /**
     * What another container must have come to first.
     *
     * @param containerName the name of the other container
     * @param condition {@code START}, {@code COMPLETE} (it has ended), {@code SUCCESS} (it has ended well) or
     *     {@code HEALTHY}
     */
    public record Dependency(
            String containerName,

            @Pattern(regexp = "START|COMPLETE|SUCCESS|HEALTHY", message = "START, COMPLETE, SUCCESS or HEALTHY")
            String condition) {}

    /**
     * A kernel parameter.
     *
     * @param namespace its name, such as {@code net.core.somaxconn}
     * @param value its value, quoted
     */
    public record SystemControl(String namespace, String value) {}

    /**
     * A line for its hosts file.
     *
     * @param hostname the name
     * @param ipAddress the address it stands for
     */
    public record HostEntry(String hostname, String ipAddress) {}

    /**
     * A limit of its processes.
     *
     * @param name which, such as {@code nofile}: how many files may be open
     * @param softLimit what holds until a process asks for more
     * @param hardLimit the most a process can ask for
     */
    public record Ulimit(
            @Pattern(regexp = Ulimit.NAMES, message = "one of Docker's, such as nofile or nproc")
            String name,

            int softLimit,
            int hardLimit) {
        /** Amazon ECS API Reference, Ulimit. */
        static final String NAMES =
                "core|cpu|data|fsize|locks|memlock|msgqueue|nice|nofile|nproc|rss|rtprio|rttime" + "|sigpending|stack";
    }

    /**
     * How ECS asks whether it is well.
     *
     * @param command {@code CMD} and words, or {@code CMD-SHELL} and a line; it is well when that ends with 0
     * @param interval seconds between two questions; left out, AWS takes 30
     * @param timeout seconds for the answer; left out, AWS takes 5
     * @param retries failures in a row that make it unwell; left out, AWS takes 3
     * @param startPeriod seconds after its start in which failures do not count; left out, AWS takes 0
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
     * @param logDriver such as {@code awslogs} or {@code awsfirelens}; Fargate takes these and {@code splunk}
     * @param options of the driver, by name, such as {@code awslogs-group}; the whole map is ours
     * @param secretOptions options whose value is a secret: name to ARN; the whole map is ours
     */
    public record LogConfiguration(
            @Pattern(
                    regexp = "awslogs|awsfirelens|splunk|fluentd|gelf|journald|json-file|syslog",
                    message = "awslogs, awsfirelens, splunk, fluentd, gelf, journald, json-file or syslog")
            String logDriver,

            Optional<Map<String, String>> options,
            Optional<Map<String, @Pattern(regexp = Container.KEPT, message = Container.KEPT_MEANT) String>>
                    secretOptions) {}

    /**
     * Marks it as the router of other containers' output.
     *
     * @param type {@code fluentd} or {@code fluentbit}
     * @param options of the router, by name, such as {@code config-file-type}
     */
    public record Firelens(
            @Pattern(regexp = "fluentd|fluentbit", message = "fluentd or fluentbit")
            String type,

            Optional<Map<String, String>> options) {}

    /**
     * For a private registry.
     *
     * @param credentialsParameter the ARN of the secret with user name and password
     */
    public record RepositoryCredentials(String credentialsParameter) {}

    /**
     * How many of what.
     *
     * @param type {@code GPU}
     * @param value how many, quoted
     */
    public record ResourceRequirement(
            @Pattern(regexp = "GPU|InferenceAccelerator", message = "GPU or InferenceAccelerator")
            String type,

            String value) {}

    /**
     * Whether it alone is restarted when it ends, instead of the task.
     *
     * @param enabled whether it is
     * @param ignoredExitCodes with which it is left stopped
     * @param restartAttemptPeriod seconds it must have run before it is restarted; left out, AWS takes 300
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
