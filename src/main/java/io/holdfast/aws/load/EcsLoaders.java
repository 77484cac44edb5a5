package io.holdfast.aws.load;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.Answer;
import io.holdfast.aws.Batches;
import io.holdfast.aws.Gathering;
import io.holdfast.aws.Loader;
import io.holdfast.aws.Lookup;
import io.holdfast.aws.OneLook;
import io.holdfast.aws.Pages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.ListServiceDeploymentsResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentBrief;
import software.amazon.awssdk.services.ecs.model.ServiceField;

/** Questions to Amazon ECS. */
public final class EcsLoaders {
    /** Amazon ECS API Reference, DescribeClusters: up to 100 entries. */
    private static final int CLUSTERS_PER_CALL = 100;

    /** Amazon ECS API Reference, DescribeServices: up to 10 services in a single operation, of one cluster. */
    private static final int SERVICES_PER_CALL = 10;

    /** Amazon ECS API Reference, DescribeServiceDeployments: up to 20 ARNs. */
    private static final int DEPLOYMENTS_PER_CALL = 20;

    private final EcsClient ecs;
    private final Loader<String, Cluster> clusters;
    private final Lookup<ServiceKey, Service> services;
    private final Loader<RolloutKey, List<ServiceDeployment>> deployments;
    private final TaskDefinitions taskDefinitions;

    public EcsLoaders(EcsClient ecs, Gathering gathering, Clock clock) {
        this.ecs = ecs;
        this.clusters =
                new Loader<>(gathering, "ecs:DescribeClusters", Batches.of(CLUSTERS_PER_CALL), this::describeClusters);
        this.services = new Loader<>(
                gathering,
                "ecs:DescribeServices",
                Batches.grouped(ServiceKey::cluster, SERVICES_PER_CALL),
                this::describeServices);
        this.deployments =
                new Loader<>(gathering, "ecs:ListServiceDeployments", Batches.of(1), this::describeDeployments);
        this.taskDefinitions = new TaskDefinitions(ecs, gathering, clock);
    }

    private EcsLoaders(EcsLoaders shared) {
        this.ecs = shared.ecs;
        this.clusters = shared.clusters;
        this.services = new OneLook<>(shared.services);
        this.deployments = shared.deployments;
        this.taskDefinitions = shared.taskDefinitions;
    }

    /** Clusters by name; an INACTIVE one is found, and is the kind's to call absent. */
    public Loader<String, Cluster> clusters() {
        return clusters;
    }

    /** Services by cluster and name; an INACTIVE one is found, and is the kind's to call absent. */
    public Lookup<ServiceKey, Service> services() {
        return services;
    }

    /** The same questions, what several kinds want to know asked once; for one look and no longer. */
    public EcsLoaders forOneLook() {
        return new EcsLoaders(this);
    }

    /** The deployments of a service since a moment, newest first; to be asked only while a rollout is open. */
    public Loader<RolloutKey, List<ServiceDeployment>> deployments() {
        return deployments;
    }

    public TaskDefinitions taskDefinitions() {
        return taskDefinitions;
    }

    private Map<String, Answer<Cluster>> describeClusters(List<String> names) {
        DescribeClustersResponse response = ecs.describeClusters(request -> request.clusters(names)
                .include(
                        ClusterField.SETTINGS,
                        ClusterField.CONFIGURATIONS,
                        ClusterField.ATTACHMENTS,
                        ClusterField.TAGS));
        Map<String, Answer<Cluster>> answers = new LinkedHashMap<>();
        response.clusters()
                .forEach(cluster ->
                        answers.put(unless(cluster.clusterName(), "clusters[].clusterName"), Answer.found(cluster)));
        names.forEach(name -> answers.computeIfAbsent(
                name, it -> EcsFailures.answer("ecs:DescribeClusters", it, response.failures())));
        return answers;
    }

    private Map<ServiceKey, Answer<Service>> describeServices(List<ServiceKey> keys) {
        String cluster = keys.get(0).cluster();
        List<String> names = keys.stream().map(ServiceKey::name).toList();
        DescribeServicesResponse response = ecs.describeServices(
                request -> request.cluster(cluster).services(names).include(ServiceField.TAGS));
        Map<ServiceKey, Answer<Service>> answers = new LinkedHashMap<>();
        response.services()
                .forEach(service -> answers.put(
                        new ServiceKey(cluster, unless(service.serviceName(), "services[].serviceName")),
                        Answer.found(service)));
        keys.forEach(key -> answers.computeIfAbsent(
                key, it -> EcsFailures.answer("ecs:DescribeServices", it.name(), response.failures())));
        return answers;
    }

    private Map<RolloutKey, Answer<List<ServiceDeployment>>> describeDeployments(List<RolloutKey> keys) {
        RolloutKey key = keys.get(0);
        List<String> arns = Pages.all(
                        token -> ecs.listServiceDeployments(
                                request -> request.cluster(key.service().cluster())
                                        .service(key.service().name())
                                        .createdAt(created -> created.after(key.since()))
                                        .nextToken(token)),
                        ListServiceDeploymentsResponse::hasServiceDeployments,
                        ListServiceDeploymentsResponse::serviceDeployments,
                        ListServiceDeploymentsResponse::nextToken)
                .stream()
                .map(ServiceDeploymentBrief::serviceDeploymentArn)
                .toList();
        List<ServiceDeployment> found = new ArrayList<>();
        Batches.<String>of(DEPLOYMENTS_PER_CALL).of(arns).forEach(chunk -> found.addAll(deployments(chunk)));
        found.sort((one, other) -> other.createdAt().compareTo(one.createdAt()));
        return Map.of(key, Answer.found(List.copyOf(found)));
    }

    private List<ServiceDeployment> deployments(List<String> arns) {
        List<ServiceDeployment> found = ecs.describeServiceDeployments(request -> request.serviceDeploymentArns(arns))
                .serviceDeployments();
        found.forEach(deployment -> unless(deployment.createdAt(), "serviceDeployments[].createdAt"));
        return found;
    }
}
