package io.holdfast.estate;

import io.holdfast.sandbox.InProcessHttpClient;
import io.holdfast.sandbox.Sandbox;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Somebody else's hand and eye, past all of Holdfast. */
final class Console {
    private final Sandbox sandbox;
    final EcsClient ecs;
    final ApplicationAutoScalingClient scaling;
    final CloudWatchClient alarms;
    final RdsClient rds;
    final ElastiCacheClient cache;

    Console(Sandbox sandbox) {
        this.sandbox = sandbox;
        ecs = client(EcsClient.builder());
        scaling = client(ApplicationAutoScalingClient.builder());
        alarms = client(CloudWatchClient.builder());
        rds = client(RdsClient.builder());
        cache = client(ElastiCacheClient.builder());
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(B builder) {
        return builder.region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://sandbox"))
                .httpClient(new InProcessHttpClient(sandbox))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("other", "secret")))
                .build();
    }

    /** The active clusters, by name. */
    List<String> clusters() {
        sandbox.settle();
        return ecs.listClusters().clusterArns().stream()
                .map(Console::last)
                .sorted()
                .toList();
    }

    /** The families that have an active task definition. */
    List<String> families() {
        return ecs.listTaskDefinitions().taskDefinitionArns().stream()
                .map(it -> last(it).replaceAll(":.*", ""))
                .distinct()
                .toList();
    }

    /** A service that is not gone. */
    Optional<Service> service(String cluster, String name) {
        sandbox.settle();
        return ecs.describeServices(request -> request.cluster(cluster).services(name)).services().stream()
                .filter(it -> !"INACTIVE".equals(it.status()))
                .findFirst();
    }

    /** The targets that are registered, by service. */
    List<String> targets() {
        return scaling
                .describeScalableTargets(request -> request.serviceNamespace(ServiceNamespace.ECS))
                .scalableTargets()
                .stream()
                .map(it -> last(it.resourceId()))
                .sorted()
                .toList();
    }

    List<String> schedules() {
        return scaling
                .describeScheduledActions(request -> request.serviceNamespace(ServiceNamespace.ECS))
                .scheduledActions()
                .stream()
                .map(it -> it.scheduledActionName())
                .sorted()
                .toList();
    }

    List<String> alarmNames() {
        return alarms.describeAlarms().metricAlarms().stream()
                .map(it -> it.alarmName())
                .sorted()
                .toList();
    }

    List<DBInstance> databases() {
        sandbox.settle();
        return rds.describeDBInstances().dbInstances();
    }

    List<ReplicationGroup> caches() {
        sandbox.settle();
        return cache.describeReplicationGroups().replicationGroups();
    }

    /** The snapshots somebody asked for, of databases and of caches, by name. */
    List<String> snapshots() {
        sandbox.settle();
        List<String> ofDatabases =
                rds.describeDBSnapshots(request -> request.snapshotType("manual")).dbSnapshots().stream()
                        .map(it -> "database " + it.dbSnapshotIdentifier())
                        .toList();
        List<String> ofCaches = cache.describeSnapshots(request -> request.snapshotSource("user")).snapshots().stream()
                .map(it -> "cache " + it.snapshotName())
                .toList();
        return java.util.stream.Stream.concat(ofCaches.stream(), ofDatabases.stream())
                .toList();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Changes the percentages of the backend of {@link Wish#all}, as a rival would. */
    void strike(int maximum, int minimum) {
        ecs.updateService(request -> request.cluster(Wish.ENVIRONMENT)
                .service("backend")
                .deploymentConfiguration(it -> it.maximumPercent(maximum).minimumHealthyPercent(minimum)));
    }

    int maximum() {
        return backend().maximumPercent();
    }

    int minimum() {
        return backend().minimumHealthyPercent();
    }

    private DeploymentConfiguration backend() {
        return service(Wish.ENVIRONMENT, "backend").orElseThrow().deploymentConfiguration();
    }
}
