package io.holdfast.kind.ecstaskdefinition;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.NotWritten;
import io.holdfast.model.TagLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task definition, declared or live. Any change but one of tags is a new revision, and so a rollout. Limits: Amazon
 * ECS API Reference, RegisterTaskDefinition.
 *
 * @param family the name revisions are counted under; left out, the name of the service it is declared in
 * @param cpu CPU units of the whole task, 1024 to a vCPU; Fargate takes 256, 512, 1024, 2048, 4096, 8192 or 16384,
 *     and each with some sizes of memory only. Leave it out on instances, to let containers share them
 * @param memory MiB of the whole task, such as {@code 2048}; on Fargate it must fit {@code cpu}. Leave it out on
 *     instances, where containers have their own
 * @param networkMode Fargate takes {@code awsvpc} only; left out, AWS takes {@code bridge} on instances
 * @param requiresCompatibilities what it must be able to run on, such as {@code FARGATE}; AWS then checks it. Order
 *     means nothing
 * @param executionRoleArn as whom ECS pulls images, reads secrets and writes logs: an ARN, or a role name of the same
 *     account. Needed for secrets, for logs and for images of ECR on Fargate
 * @param taskRoleArn as whom the containers call AWS: an ARN, or a role name of the same account; left out, they
 *     cannot
 * @param runtimePlatform operating system and processor
 * @param ephemeralStorage scratch space on Fargate; left out, AWS gives 20 GiB
 * @param containers by name; the whole map is ours
 * @param volumes by name; the whole map is ours
 * @param placementConstraints where tasks may run; not on Fargate
 * @param proxyConfiguration an App Mesh proxy
 * @param pidMode whose processes are seen: {@code host} or {@code task}; on Fargate only {@code task}. Left out, each
 *     container its own
 * @param ipcMode whose memory is shared: {@code host}, {@code task} or {@code none}; not on Fargate. Left out, the
 *     instance's setting decides
 * @param enableFaultInjection whether faults may be injected from inside; left out, AWS takes false
 * @param tags by key, such as the team a bill goes to; other people's tags stay. They are the revision's, and a
 *     change of them alone makes no new one
 * @param service {@code <cluster>/<service>}; follows from the service this is declared in and is not written
 */
public record EcsTaskDefinitionState(
        Optional<
                        @Pattern(
                                regexp = "[A-Za-z0-9_-]{1,255}",
                                message = "1 to 255 letters, digits, hyphens and underscores")
                        String>
                family,
        Optional<@Min(1) Integer> cpu,
        Optional<@Min(1) Integer> memory,
        Optional<@Pattern(regexp = "awsvpc|bridge|host|none", message = "awsvpc, bridge, host or none") String>
                networkMode,
        Optional<
                        List<
                                @Pattern(
                                        regexp = "EC2|FARGATE|EXTERNAL|MANAGED_INSTANCES",
                                        message = "FARGATE, EC2, EXTERNAL or MANAGED_INSTANCES")
                                String>>
                requiresCompatibilities,
        Optional<@Pattern(regexp = EcsTaskDefinitionState.ROLE, message = EcsTaskDefinitionState.ROLE_MEANT) String>
                executionRoleArn,
        Optional<@Pattern(regexp = EcsTaskDefinitionState.ROLE, message = EcsTaskDefinitionState.ROLE_MEANT) String>
                taskRoleArn,
        Optional<Platform> runtimePlatform,
        Optional<EphemeralStorage> ephemeralStorage,
        Optional<
                        @Size(min = 1) Map<
                                @Pattern(
                                        regexp = "[A-Za-z0-9_-]{1,255}",
                                        message = "1 to 255 letters, digits, hyphens and underscores")
                                String,
                                Container>>
                containers,
        Optional<
                        Map<
                                @Pattern(
                                        regexp = "[A-Za-z0-9_-]{1,255}",
                                        message = "1 to 255 letters, digits, hyphens and underscores")
                                String,
                                Volume>>
                volumes,
        Optional<List<PlacementConstraint>> placementConstraints,
        Optional<Proxy> proxyConfiguration,
        Optional<@Pattern(regexp = "|host|task", message = "host or task") String> pidMode,
        Optional<@Pattern(regexp = "|host|task|none", message = "host, task or none") String> ipcMode,
        Optional<Boolean> enableFaultInjection,
        Optional<
                        @Size(max = TagLimits.MOST) Map<
                                @Pattern(regexp = TagLimits.KEY, message = TagLimits.KEY_MEANT) String,
                                @Pattern(regexp = TagLimits.VALUE, message = TagLimits.VALUE_MEANT) String>>
                tags,
        @NotWritten Optional<String> service) {
    /** Both forms that ECS takes; IAM User Guide, quotas: names of roles. */
    static final String ROLE = "arn:[^:\\s]+:iam::[0-9]{12}:role/\\S+|[A-Za-z0-9_+=,.@/-]{1,512}";

    static final String ROLE_MEANT = "the ARN of a role, or the name of one in the same account";

    public EcsTaskDefinitionState {
        requireNonNull(family, "family");
        requireNonNull(networkMode, "networkMode");
        boolean echoed = networkMode
                .filter(it -> it.equals("awsvpc") || it.equals("host"))
                .isPresent();
        containers = containers.map(it -> echoed ? withoutEchoedPorts(it) : Map.copyOf(it));
        volumes = volumes.map(Map::copyOf);
        tags = tags.map(Map::copyOf);
        requireNonNull(service, "service");
    }

    /** In these network modes a host port can only be the container's, and AWS fills it in. */
    private static Map<String, Container> withoutEchoedPorts(Map<String, Container> containers) {
        Map<String, Container> plain = new HashMap<>();
        containers.forEach((name, it) -> plain.put(name, it.withoutHostPorts()));
        return Map.copyOf(plain);
    }

    /** The same, declared inside a service. */
    EcsTaskDefinitionState of(String serviceKey) {
        String serviceName = serviceKey.substring(serviceKey.lastIndexOf('/') + 1);
        return new EcsTaskDefinitionState(
                family.or(() -> Optional.of(serviceName)),
                cpu,
                memory,
                networkMode,
                requiresCompatibilities,
                executionRoleArn,
                taskRoleArn,
                runtimePlatform,
                ephemeralStorage,
                containers,
                volumes,
                placementConstraints,
                proxyConfiguration,
                pidMode,
                ipcMode,
                enableFaultInjection,
                tags,
                Optional.of(serviceKey));
    }

    /**
     * What a task runs on.
     *
     * @param cpuArchitecture {@code X86_64} or {@code ARM64}; the image must be built for it. Left out, AWS takes
     *     {@code X86_64}
     * @param operatingSystemFamily such as {@code LINUX} or {@code WINDOWS_SERVER_2022_CORE}; left out, AWS takes
     *     {@code LINUX}
     */
    public record Platform(
            Optional<@Pattern(regexp = "X86_64|ARM64", message = "X86_64 or ARM64") String> cpuArchitecture,
            Optional<
                            @Pattern(
                                    regexp = "LINUX|WINDOWS[A-Z0-9_]*",
                                    message = "LINUX, or a Windows such as WINDOWS_SERVER_2022_CORE")
                            String>
                    operatingSystemFamily) {}

    /**
     * Scratch space on Fargate.
     *
     * @param sizeInGiB GiB; the 20 every task has cannot be asked for
     */
    public record EphemeralStorage(@Min(21) @Max(200) int sizeInGiB) {}

    /**
     * Where tasks may run.
     *
     * @param type {@code memberOf}
     * @param expression in the cluster query language, such as {@code attribute:ecs.instance-type =~ m5.*}
     */
    public record PlacementConstraint(String type, Optional<String> expression) {}

    /**
     * An App Mesh proxy.
     *
     * @param containerName which container it is
     * @param type {@code APPMESH}; left out, AWS takes that
     * @param properties of the proxy, by name, such as its ports
     */
    public record Proxy(String containerName, Optional<String> type, Optional<Map<String, String>> properties) {}
}
