package io.holdfast.kind.ecstaskdefinition;

import static io.holdfast.model.Impact.ROLLOUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.Declaration;
import io.holdfast.model.Difference;
import io.holdfast.model.KindName;
import io.holdfast.model.Problem;
import io.holdfast.model.Reference;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcsTaskDefinitionFieldsTest {
    private static final ResourceId ID = new ResourceId("production", EcsTaskDefinitionKind.NAME, "backend");

    private final EcsTaskDefinitionKind kind = new EcsTaskDefinitionKind();

    /** What AWS fills in, reorders or spells in its own way: AWS-SEMANTICS section 2. Declared, live. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
            `` | cpu: 0, essential: true, environment: {}, mountPoints: [], volumesFrom: [], portMappings: []
            essential: true | ``
            cpu: 0 | ``
            environment: {A: "1", B: "2"} | environment: {B: "2", A: "1"}
            environment: {} | ``
            secrets: {S: "arn:aws:ssm:us-east-1:123456789012:parameter/a/b"} | secrets: {S: /a/b}
            secrets: {S: plain} | secrets: {S: "arn:aws:ssm:us-east-1:123456789012:parameter/plain"}
            portMappings: [{containerPort: 80}, {containerPort: 90, protocol: udp}] | portMappings: [{containerPort: 90, hostPort: 0, protocol: udp}, {containerPort: 80, protocol: tcp}]
            command: [], entryPoint: [], links: [], dnsServers: [] | ``
            mountPoints: [{sourceVolume: b}, {sourceVolume: a, readOnly: false}] | mountPoints: [{sourceVolume: a}, {sourceVolume: b, readOnly: false}]
            volumesFrom: [{sourceContainer: a}] | volumesFrom: [{sourceContainer: a, readOnly: false}]
            links: [a, b] | links: [b, a]
            dependsOn: [{containerName: a, condition: START}, {containerName: b, condition: START}] | dependsOn: [{containerName: b, condition: START}, {containerName: a, condition: START}]
            ulimits: [{name: nofile, softLimit: 1, hardLimit: 2}, {name: nproc, softLimit: 0, hardLimit: 0}] | ulimits: [{name: nproc, softLimit: 0, hardLimit: 0}, {name: nofile, softLimit: 1, hardLimit: 2}]
            linuxParameters: {capabilities: {add: [A, B]}, initProcessEnabled: false} | linuxParameters: {capabilities: {add: [B, A], drop: [C]}}
            linuxParameters: {devices: [{hostPath: /a, permissions: [read, write]}]} | linuxParameters: {devices: [{hostPath: /a, containerPath: /a, permissions: [write, read]}]}
            healthCheck: {command: [CMD, a], interval: 30, timeout: 5, retries: 3, startPeriod: 0} | healthCheck: {command: [CMD, a]}
            healthCheck: {command: [CMD, a]} | healthCheck: {command: [CMD, a], interval: 30, timeout: 5, retries: 3}
            logConfiguration: {logDriver: awslogs, options: {k: v}} | logConfiguration: {logDriver: awslogs, options: {k: v}, secretOptions: {}}
            restartPolicy: {enabled: true, ignoredExitCodes: [1, 0]} | restartPolicy: {enabled: true, ignoredExitCodes: [0, 1], restartAttemptPeriod: 300}
            versionConsistency: enabled | ``
            readonlyRootFilesystem: false, privileged: false, interactive: false | ``
            pseudoTerminal: false, disableNetworking: false | ``
            user: "", workingDirectory: "", hostname: "" | ``
            dockerLabels: {} | ``
            """)
    void whatMeansTheSameInAContainerIsNoDrift(String desired, String live) {
        // Given
        EcsTaskDefinitionState asked = container(desired);
        // When
        List<Difference> differences = kind.fields().differences(asked, container(live));
        // Then
        assertThat(differences).isEmpty();
    }

    /** Declared, live, path. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
            essential: false | `` | essential
            cpu: 256 | cpu: 0 | cpu
            memory: 512 | memory: 1024 | memory
            memoryReservation: 512 | `` | memoryReservation
            environment: {A: "1"} | environment: {A: "2"} | environment.A
            environment: {A: "1"} | environment: {A: "1", B: "2"} | environment.B
            secrets: {S: "arn:aws:secretsmanager:us-east-1:123456789012:secret:a"} | secrets: {S: "arn:aws:secretsmanager:us-east-1:123456789012:secret:b"} | secrets.S
            secrets: {S: /a/b} | secrets: {S: /a/c} | secrets.S
            environmentFiles: [{value: a, type: s3}] | `` | environmentFiles
            portMappings: [{containerPort: 80}] | portMappings: [{containerPort: 81}] | portMappings
            portMappings: [{containerPort: 80}] | portMappings: [{containerPort: 80, hostPort: 8080}] | portMappings
            portMappings: [{containerPort: 80, name: http}] | portMappings: [{containerPort: 80}] | portMappings
            command: [a, b] | command: [b, a] | command
            entryPoint: [a] | `` | entryPoint
            mountPoints: [{sourceVolume: a, readOnly: true}] | mountPoints: [{sourceVolume: a}] | mountPoints
            volumesFrom: [] | volumesFrom: [{sourceContainer: a}] | volumesFrom
            links: [a] | links: [a, b] | links
            dependsOn: [{containerName: a, condition: START}] | dependsOn: [{containerName: a, condition: HEALTHY}] | dependsOn
            systemControls: [{namespace: n, value: "1"}] | `` | systemControls
            extraHosts: [{hostname: a, ipAddress: b}] | `` | extraHosts
            dnsServers: [a, b] | dnsServers: [b, a] | dnsServers
            dnsSearchDomains: [a] | `` | dnsSearchDomains
            dockerSecurityOptions: [a] | `` | dockerSecurityOptions
            credentialSpecs: [a] | `` | credentialSpecs
            ulimits: [{name: nofile, softLimit: 1, hardLimit: 2}] | ulimits: [{name: nofile, softLimit: 1, hardLimit: 3}] | ulimits
            linuxParameters: {initProcessEnabled: true} | `` | linuxParameters.initProcessEnabled
            linuxParameters: {capabilities: {add: [A]}} | `` | linuxParameters.capabilities.add
            linuxParameters: {capabilities: {drop: [A]}} | `` | linuxParameters.capabilities.drop
            linuxParameters: {sharedMemorySize: 64} | `` | linuxParameters.sharedMemorySize
            linuxParameters: {maxSwap: 1} | `` | linuxParameters.maxSwap
            linuxParameters: {swappiness: 1} | `` | linuxParameters.swappiness
            linuxParameters: {tmpfs: [{containerPath: /a, size: 1}]} | `` | linuxParameters.tmpfs
            linuxParameters: {devices: [{hostPath: /a}]} | `` | linuxParameters.devices
            healthCheck: {command: [CMD, a]} | healthCheck: {command: [CMD, b]} | healthCheck.command
            healthCheck: {command: [CMD], interval: 10} | healthCheck: {command: [CMD]} | healthCheck.interval
            healthCheck: {command: [CMD], timeout: 10} | healthCheck: {command: [CMD]} | healthCheck.timeout
            healthCheck: {command: [CMD], retries: 10} | healthCheck: {command: [CMD]} | healthCheck.retries
            healthCheck: {command: [CMD], startPeriod: 10} | healthCheck: {command: [CMD]} | healthCheck.startPeriod
            logConfiguration: {logDriver: awslogs} | logConfiguration: {logDriver: splunk} | logConfiguration.logDriver
            logConfiguration: {logDriver: awslogs, options: {k: v}} | logConfiguration: {logDriver: awslogs, options: {k: w}} | logConfiguration.options.k
            logConfiguration: {logDriver: awslogs, secretOptions: {k: v}} | logConfiguration: {logDriver: awslogs} | logConfiguration.secretOptions.k
            firelensConfiguration: {type: fluentbit} | `` | firelensConfiguration.type
            repositoryCredentials: {credentialsParameter: "arn:a"} | `` | repositoryCredentials.credentialsParameter
            resourceRequirements: [{type: GPU, value: "1"}] | `` | resourceRequirements
            restartPolicy: {enabled: true} | restartPolicy: {enabled: false} | restartPolicy.enabled
            versionConsistency: disabled | `` | versionConsistency
            readonlyRootFilesystem: true | `` | readonlyRootFilesystem
            privileged: true | `` | privileged
            interactive: true | `` | interactive
            pseudoTerminal: true | `` | pseudoTerminal
            disableNetworking: true | `` | disableNetworking
            startTimeout: 60 | `` | startTimeout
            stopTimeout: 60 | stopTimeout: 30 | stopTimeout
            user: a | `` | user
            workingDirectory: a | `` | workingDirectory
            hostname: a | `` | hostname
            dockerLabels: {a: b} | dockerLabels: {a: c} | dockerLabels.a
            """)
    void whatDiffersInAContainerCostsARevisionAndARollout(String desired, String live, String path) {
        // Given
        EcsTaskDefinitionState asked = container(desired);
        // When
        List<Difference> differences = kind.fields().differences(asked, container(live));
        // Then
        assertThat(differences).singleElement().satisfies(it -> costsARevision(it, "containers.app." + path));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
            executionRoleArn: exec | executionRoleArn: "arn:aws:iam::123456789012:role/exec"
            taskRoleArn: "arn:aws:iam::123456789012:role/path/task" | taskRoleArn: path/task
            requiresCompatibilities: [FARGATE, EC2] | requiresCompatibilities: [EC2, FARGATE]
            runtimePlatform: {operatingSystemFamily: LINUX, cpuArchitecture: X86_64} | ``
            networkMode: bridge | ``
            placementConstraints: [], pidMode: "", ipcMode: "", enableFaultInjection: false | ``
            volumes: {a: {host: {}}} | volumes: {a: {}}
            volumes: {a: {efsVolumeConfiguration: {fileSystemId: f, rootDirectory: /, transitEncryption: DISABLED, authorizationConfig: {iam: DISABLED}}}} | volumes: {a: {efsVolumeConfiguration: {fileSystemId: f}}}
            networkMode: awsvpc, containers: {app: {image: i, portMappings: [{containerPort: 80}]}} | networkMode: awsvpc, containers: {app: {image: i, portMappings: [{containerPort: 80, hostPort: 80, protocol: tcp}]}}
            proxyConfiguration: {containerName: e, type: APPMESH} | proxyConfiguration: {containerName: e}
            tags: {a: b} | tags: {a: b, foreign: c}
            """)
    void whatMeansTheSameInATaskIsNoDrift(String desired, String live) {
        // Given
        EcsTaskDefinitionState asked = task(desired);
        // When
        List<Difference> differences = kind.fields().differences(asked, task(live));
        // Then
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
            cpu: 1024 | cpu: 512 | cpu
            memory: 2048 | memory: 1024 | memory
            family: a | family: b | family
            networkMode: awsvpc | `` | networkMode
            executionRoleArn: exec | executionRoleArn: "arn:aws:iam::123456789012:role/other" | executionRoleArn
            taskRoleArn: task | taskRoleArn: "arn:aws:iam::123456789012:role/path/task" | taskRoleArn
            requiresCompatibilities: [FARGATE] | `` | requiresCompatibilities
            runtimePlatform: {cpuArchitecture: ARM64} | `` | runtimePlatform.cpuArchitecture
            runtimePlatform: {operatingSystemFamily: WINDOWS} | `` | runtimePlatform.operatingSystemFamily
            ephemeralStorage: {sizeInGiB: 50} | `` | ephemeralStorage.sizeInGiB
            containers: {app: {image: a}} | containers: {app: {image: b}} | containers.app.image
            containers: {app: {image: a}} | containers: {app: {image: a}, other: {image: b}} | containers.other
            containers: {app: {image: a}, other: {image: b}} | containers: {app: {image: a}} | containers.other
            volumes: {a: {host: {sourcePath: /a}}} | volumes: {a: {}} | volumes.a.host.sourcePath
            volumes: {a: {configuredAtLaunch: true}} | volumes: {a: {}} | volumes.a.configuredAtLaunch
            volumes: {a: {dockerVolumeConfiguration: {driver: d}}} | volumes: {a: {}} | volumes.a.dockerVolumeConfiguration.driver
            volumes: {a: {efsVolumeConfiguration: {fileSystemId: f}}} | volumes: {a: {efsVolumeConfiguration: {fileSystemId: g}}} | volumes.a.efsVolumeConfiguration.fileSystemId
            placementConstraints: [{type: memberOf, expression: e}] | `` | placementConstraints
            proxyConfiguration: {containerName: e, properties: {p: "1"}} | proxyConfiguration: {containerName: e, properties: {p: "2"}} | proxyConfiguration.properties.p
            pidMode: task | `` | pidMode
            ipcMode: none | `` | ipcMode
            enableFaultInjection: true | `` | enableFaultInjection
            """)
    void whatDiffersInATaskCostsARevisionAndARollout(String desired, String live, String path) {
        // Given
        EcsTaskDefinitionState asked = task(desired);
        // When
        List<Difference> differences = kind.fields().differences(asked, task(live));
        // Then
        assertThat(differences).singleElement().satisfies(it -> costsARevision(it, path));
    }

    @Test
    void anEnvironmentValueIsComparedAndNeverShown() {
        // Given
        EcsTaskDefinitionState desired = container("environment: {KEY: hunter2}");
        EcsTaskDefinitionState live = container("environment: {KEY: hunter1, MORE: hunter3}");
        // When
        List<Difference> differences = kind.fields().differences(desired, live);
        // Then
        assertThat(differences).hasSize(2);
        assertThat(differences.toString() + kind.fields().values(desired)).doesNotContain("hunter");
    }

    @Test
    void aTagAloneIsTaggedAndNoRevisionIsMadeForIt() {
        // Given
        List<Difference> differences = kind.fields().differences(task("tags: {a: b}"), task(""));
        // When
        List<Step> steps = kind.steps(differences);
        // Then
        assertThat(steps).containsExactly(new Step("ecs:TagResource", List.of("tags.a")));
    }

    @Test
    void aNewRevisionBringsItsTagsAlongInOneCall() {
        // Given
        List<Difference> differences = kind.fields().differences(task("cpu: 512, tags: {a: b}"), task("cpu: 256"));
        // When
        List<Step> steps = kind.steps(differences);
        // Then
        assertThat(steps).containsExactly(new Step("ecs:RegisterTaskDefinition", List.of("cpu", "tags.a")));
    }

    @ParameterizedTest
    @CsvSource({
        "256, 512, true", "256, 4096, false", "512, 4096, true", "512, 512, false", "1024, 2048, true",
        "1024, 1024, false", "1024, 9216, false", "2048, 16384, true", "4096, 30720, true", "8192, 16384, true",
        "8192, 17408, false", "16384, 122880, true", "16384, 33792, false", "1000, 2048, false",
    })
    void onlySizesThatFargateOffersAreAllowed(int cpu, int memory, boolean allowed) {
        // Given
        EcsTaskDefinitionState task = task("requiresCompatibilities: [FARGATE], cpu: " + cpu + ", memory: " + memory);
        // When
        List<Problem> problems = kind.check(ID, task, References.of(Map.of()));
        // Then
        assertThat(problems).hasSize(allowed ? 0 : 1);
    }

    @Test
    void aFamilyIsTheServicesNameUnlessItHasOneOfItsOwn() {
        // Given
        ResourceId service = ID.sibling(new KindName("service", "ecs-service"));
        References references = References.of(Map.of(service, new Reference("prod/backend-prod", Optional.empty())));
        // When
        EcsTaskDefinitionState silent = kind.resolve(ID, task(""), references);
        EcsTaskDefinitionState named = kind.resolve(ID, task("family: own"), references);
        // Then
        assertThat(kind.key(silent)).isEqualTo("backend-prod");
        assertThat(kind.key(named)).isEqualTo("own");
        assertThat(silent.service()).contains("prod/backend-prod");
    }

    private static void costsARevision(Difference difference, String path) {
        assertThat(difference.path()).isEqualTo(path);
        assertThat(difference.impact()).isEqualTo(ROLLOUT);
        assertThat(difference.call()).isEqualTo("ecs:RegisterTaskDefinition");
    }

    private static EcsTaskDefinitionState container(String fields) {
        return task("containers: {app: {image: i" + (fields.isEmpty() ? "" : ", " + fields) + "}}");
    }

    private static EcsTaskDefinitionState task(String fields) {
        return Declaration.state(EcsTaskDefinitionState.class, "{" + fields + "}");
    }
}
