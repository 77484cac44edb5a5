package io.holdfast.kind.ecsservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.Declaration;
import io.holdfast.model.Difference;
import io.holdfast.model.Excuse;
import io.holdfast.model.Impact;
import io.holdfast.model.KindName;
import io.holdfast.model.Problem;
import io.holdfast.model.Reference;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcsServiceFieldsTest {
    private static final ResourceId ID = new ResourceId("production", EcsServiceKind.NAME, "backend");
    private static final ResourceId TASK = ID.sibling(new KindName("task-definition", "ecs-task-definition"));
    private static final ResourceId CLUSTER = ID.named(new KindName("cluster", "ecs-cluster"), "main");

    private final EcsServiceKind kind = new EcsServiceKind();

    /** What AWS fills in, reorders or spells in its own way: AWS-SEMANTICS section 3. Declared, live. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
            `` | desiredCount: 7, launchType: FARGATE, availabilityZoneRebalancing: ENABLED
            taskDefinition: "a:1" | taskDefinition: "arn:aws:ecs:r:1:task-definition/a:1"
            capacityProviderStrategy: [{capacityProvider: A, base: 1}, {capacityProvider: B, weight: 1}] | capacityProviderStrategy: [{capacityProvider: B, weight: 1, base: 0}, {capacityProvider: A, weight: 0, base: 1}]
            capacityProviderStrategy: [], loadBalancers: [], serviceRegistries: [] | ``
            platformVersion: LATEST | platformVersion: 1.4.0
            platformVersion: LATEST | ``
            networkConfiguration: {subnets: [subnet-a, subnet-b], securityGroups: [sg-c, sg-d], assignPublicIp: DISABLED} | networkConfiguration: {subnets: [subnet-b, subnet-a], securityGroups: [sg-d, sg-c]}
            loadBalancers: [{targetGroupArn: a, containerName: c, containerPort: 1}, {targetGroupArn: b, containerName: c, containerPort: 1}] | loadBalancers: [{targetGroupArn: b, containerName: c, containerPort: 1}, {targetGroupArn: a, containerName: c, containerPort: 1}]
            loadBalancers: [{targetGroupArn: a, advancedConfiguration: {alternateTargetGroupArn: b, roleArn: r}}] | loadBalancers: [{targetGroupArn: b, advancedConfiguration: {alternateTargetGroupArn: a, roleArn: r}}]
            serviceConnectConfiguration: {enabled: false} | ``
            serviceConnectConfiguration: {enabled: true, services: [{portName: b}, {portName: a}]} | serviceConnectConfiguration: {enabled: true, services: [{portName: a, discoveryName: a}, {portName: b}]}
            volumeConfigurations: [{name: v, managedEBSVolume: {roleArn: r}}] | volumeConfigurations: [{name: v, managedEBSVolume: {roleArn: r, filesystemType: xfs}}]
            deploymentConfiguration: {maximumPercent: 200, minimumHealthyPercent: 100, strategy: ROLLING, bakeTimeInMinutes: 0} | ``
            deploymentConfiguration: {deploymentCircuitBreaker: {enable: false, rollback: false}} | ``
            deploymentConfiguration: {alarms: {alarmNames: [], enable: false, rollback: false}} | ``
            deploymentConfiguration: {alarms: {alarmNames: [a, b], enable: true, rollback: true}} | deploymentConfiguration: {alarms: {alarmNames: [b, a], enable: true, rollback: true}}
            deploymentConfiguration: {lifecycleHooks: [{hookTargetArn: h, lifecycleStages: [A, B]}]} | deploymentConfiguration: {lifecycleHooks: [{hookTargetArn: h, lifecycleStages: [B, A]}]}
            deploymentConfiguration: {linearConfiguration: {stepPercent: 10.0, stepBakeTimeInMinutes: 6}} | deploymentConfiguration: {linearConfiguration: {}}
            deploymentConfiguration: {canaryConfiguration: {canaryPercent: 5.0, canaryBakeTimeInMinutes: 10}} | ``
            healthCheckGracePeriodSeconds: 0, enableExecuteCommand: false, enableECSManagedTags: false, propagateTags: NONE | ``
            placementStrategy: [{type: binpack, field: memory}] | placementStrategy: [{type: binpack, field: MEMORY}]
            placementConstraints: [], placementStrategy: [] | ``
            deploymentController: {type: ECS}, schedulingStrategy: REPLICA | ``
            role: ecs | role: "arn:aws:iam::1:role/ecs"
            tags: {a: b} | tags: {a: b, foreign: c}
            """)
    void whatMeansTheSameIsNoDrift(String desired, String live) {
        // Given
        EcsServiceState asked = service(desired);
        // When
        List<Difference> differences = kind.fields().differences(asked, service(live));
        // Then
        assertThat(differences).isEmpty();
    }

    /** Declared, live, path, impact, call. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
            taskDefinition: "a:1" | taskDefinition: "arn:aws:ecs:r:1:task-definition/a:2" | taskDefinition | ROLLOUT | UpdateService
            desiredCount: 0 | desiredCount: 3 | desiredCount | IN_PLACE | UpdateService
            launchType: FARGATE | launchType: EC2 | launchType | REPLACEMENT | CreateService
            capacityProviderStrategy: [{capacityProvider: A, weight: 1}] | capacityProviderStrategy: [{capacityProvider: A, weight: 2}] | capacityProviderStrategy | IN_PLACE | UpdateService
            platformVersion: 1.4.0 | platformVersion: 1.3.0 | platformVersion | ROLLOUT | UpdateService
            platformVersion: 1.4.0 | platformVersion: LATEST | platformVersion | ROLLOUT | UpdateService
            networkConfiguration: {subnets: [subnet-a]} | networkConfiguration: {subnets: [subnet-a, subnet-b]} | networkConfiguration.subnets | ROLLOUT | UpdateService
            networkConfiguration: {subnets: [subnet-a], securityGroups: [sg-b]} | networkConfiguration: {subnets: [subnet-a]} | networkConfiguration.securityGroups | ROLLOUT | UpdateService
            networkConfiguration: {subnets: [subnet-a], assignPublicIp: DISABLED} | networkConfiguration: {subnets: [subnet-a], assignPublicIp: ENABLED} | networkConfiguration.assignPublicIp | ROLLOUT | UpdateService
            loadBalancers: [{targetGroupArn: a, containerPort: 1}] | loadBalancers: [{targetGroupArn: a, containerPort: 2}] | loadBalancers | ROLLOUT | UpdateService
            loadBalancers: [{targetGroupArn: a, advancedConfiguration: {alternateTargetGroupArn: b}}] | loadBalancers: [{targetGroupArn: a, advancedConfiguration: {alternateTargetGroupArn: c}}] | loadBalancers | ROLLOUT | UpdateService
            loadBalancers: [] | loadBalancers: [{targetGroupArn: a}] | loadBalancers | ROLLOUT | UpdateService
            serviceRegistries: [{registryArn: a}] | `` | serviceRegistries | ROLLOUT | UpdateService
            serviceConnectConfiguration: {enabled: false} | serviceConnectConfiguration: {enabled: true} | serviceConnectConfiguration.enabled | ROLLOUT | UpdateService
            serviceConnectConfiguration: {enabled: true, namespace: "arn:a"} | serviceConnectConfiguration: {enabled: true, namespace: "arn:b"} | serviceConnectConfiguration.namespace | ROLLOUT | UpdateService
            serviceConnectConfiguration: {enabled: true, namespace: services.local} | serviceConnectConfiguration: {enabled: true, namespace: others.local} | serviceConnectConfiguration.namespace | ROLLOUT | UpdateService
            serviceConnectConfiguration: {enabled: true, services: [{portName: a, discoveryName: b}]} | serviceConnectConfiguration: {enabled: true, services: [{portName: a}]} | serviceConnectConfiguration.services | ROLLOUT | UpdateService
            volumeConfigurations: [{name: v, managedEBSVolume: {roleArn: r, sizeInGiB: 1}}] | volumeConfigurations: [{name: v, managedEBSVolume: {roleArn: r, sizeInGiB: 2}}] | volumeConfigurations | ROLLOUT | UpdateService
            deploymentConfiguration: {maximumPercent: 150} | `` | deploymentConfiguration.maximumPercent | IN_PLACE | UpdateService
            deploymentConfiguration: {minimumHealthyPercent: 100} | deploymentConfiguration: {minimumHealthyPercent: 50} | deploymentConfiguration.minimumHealthyPercent | IN_PLACE | UpdateService
            deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: false}} | `` | deploymentConfiguration.deploymentCircuitBreaker.enable | IN_PLACE | UpdateService
            deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: true}} | deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: false}} | deploymentConfiguration.deploymentCircuitBreaker.rollback | IN_PLACE | UpdateService
            deploymentConfiguration: {alarms: {alarmNames: [a], enable: false, rollback: false}} | `` | deploymentConfiguration.alarms.alarmNames | IN_PLACE | UpdateService
            deploymentConfiguration: {strategy: CANARY} | `` | deploymentConfiguration.strategy | IN_PLACE | UpdateService
            deploymentConfiguration: {bakeTimeInMinutes: 5} | `` | deploymentConfiguration.bakeTimeInMinutes | IN_PLACE | UpdateService
            deploymentConfiguration: {lifecycleHooks: [{hookTargetArn: h, lifecycleStages: [A]}]} | `` | deploymentConfiguration.lifecycleHooks | IN_PLACE | UpdateService
            deploymentConfiguration: {linearConfiguration: {stepPercent: 20.0}} | `` | deploymentConfiguration.linearConfiguration.stepPercent | IN_PLACE | UpdateService
            deploymentConfiguration: {canaryConfiguration: {canaryPercent: 20.0}} | `` | deploymentConfiguration.canaryConfiguration.canaryPercent | IN_PLACE | UpdateService
            healthCheckGracePeriodSeconds: 60 | `` | healthCheckGracePeriodSeconds | IN_PLACE | UpdateService
            enableExecuteCommand: true | `` | enableExecuteCommand | IN_PLACE | UpdateService
            enableECSManagedTags: true | `` | enableECSManagedTags | IN_PLACE | UpdateService
            propagateTags: SERVICE | `` | propagateTags | IN_PLACE | UpdateService
            availabilityZoneRebalancing: ENABLED | availabilityZoneRebalancing: DISABLED | availabilityZoneRebalancing | IN_PLACE | UpdateService
            placementConstraints: [{type: distinctInstance}] | `` | placementConstraints | IN_PLACE | UpdateService
            placementStrategy: [{type: spread, field: a}, {type: random}] | placementStrategy: [{type: random}, {type: spread, field: a}] | placementStrategy | IN_PLACE | UpdateService
            deploymentController: {type: ECS} | deploymentController: {type: CODE_DEPLOY} | deploymentController.type | REPLACEMENT | CreateService
            schedulingStrategy: DAEMON | schedulingStrategy: REPLICA | schedulingStrategy | REPLACEMENT | CreateService
            role: a | role: b | role | REPLACEMENT | CreateService
            tags: {a: b} | tags: {a: c} | tags.a | IN_PLACE | TagResource
            """)
    void whatDiffersIsNamedWithItsPriceAndItsCall(
            String desired, String live, String path, Impact impact, String call) {
        // Given
        EcsServiceState asked = service(desired);
        // When
        List<Difference> differences = kind.fields().differences(asked, service(live));
        // Then
        assertThat(differences).singleElement().satisfies(it -> {
            assertThat(it.path()).isEqualTo(path);
            assertThat(it.impact()).isEqualTo(impact);
            assertThat(it.call()).isEqualTo("ecs:" + call);
        });
    }

    @Test
    void aClusterIsADeclaredOneOrElseALiteralNameOrArn() {
        // Given
        References references = References.of(Map.of(
                CLUSTER, new Reference("rupaya-prod", Optional.empty()),
                TASK, new Reference("api", Optional.of("arn:aws:ecs:r:1:task-definition/api:7"))));
        // When
        EcsServiceState declared = kind.resolve(ID, service(""), references);
        EcsServiceState literal =
                kind.resolve(ID, declared.in("arn:aws:ecs:r:1:cluster/other", Optional.empty()), references);
        // Then
        assertThat(kind.key(declared)).isEqualTo("rupaya-prod/api");
        assertThat(declared.taskDefinition()).contains("arn:aws:ecs:r:1:task-definition/api:7");
        assertThat(kind.key(literal)).isEqualTo("other/api");
        assertThat(kind.needs(ID, service(""))).containsExactlyInAnyOrder(CLUSTER, TASK);
        assertThat(kind.follows(ID, service(""))).isEqualTo(Map.of("taskDefinition", TASK));
    }

    @Test
    void aServiceHasOneSourceOfWhatItsTasksAre() {
        // Given
        References withTask = References.of(Map.of(TASK, new Reference("api", Optional.empty())));
        References without = References.of(Map.of());
        // When
        List<Problem> twice = kind.check(ID, service("taskDefinition: \"a:1\""), withTask);
        List<Problem> never = kind.check(ID, service(""), without);
        List<Problem> once = kind.check(ID, service(""), withTask);
        List<Problem> literal = kind.check(ID, service("taskDefinition: \"a:1\""), without);
        // Then
        assertThat(twice).hasSize(1);
        assertThat(never).hasSize(1);
        assertThat(once).isEmpty();
        assertThat(literal).isEmpty();
    }

    @Test
    void whatAnotherControllerDeploysIsDelegated() {
        // Given
        EcsServiceState live = service("deploymentController: {type: CODE_DEPLOY}");
        // When
        List<Excuse> excuses = kind.excuses(service(""), live, Instant.EPOCH);
        // Then
        assertThat(excuses)
                .map(Excuse::path)
                .contains("taskDefinition", "loadBalancers", "networkConfiguration", "platformVersion");
        assertThat(excuses).allSatisfy(it -> assertThat(it.sentence()).contains("CODE_DEPLOY"));
    }

    private static EcsServiceState service(String fields) {
        String more = fields.isEmpty() ? "" : ", " + fields;
        return Declaration.state(EcsServiceState.class, "{name: api, cluster: main" + more + "}");
    }
}
