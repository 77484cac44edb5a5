package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.World;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one account holds in ECS in one region. Its public side is for services that act on ECS from the inside, as autoscaling does. */
public final class EcsState {

    final World world;
    final Map<String, Cluster> clusters = new TreeMap<>();
    final Map<String, Family> families = new TreeMap<>();
    final Map<String, String> accountSettings = new TreeMap<>();

    private EcsState(World world) {
        this.world = world;
    }

    /** The ECS part of a world. */
    public static EcsState of(World world) {
        return world.part(EcsState.class, () -> new EcsState(world));
    }

    /** How many tasks a service is to run; empty when there is no such active service. */
    public Optional<Integer> desiredCount(String cluster, String service) {
        return active(cluster, service).map(found -> found.desiredCount);
    }

    /** Scales a service as its autoscaler does: no deployment, tasks start and stop over time. Ignored when it is not there. */
    public void setDesiredCount(String cluster, String service, int desiredCount) {
        active(cluster, service).ifPresent(found -> {
            found.desiredCount = desiredCount;
            new TaskScheduler(world, found).wakeSoon();
        });
    }

    /** Whether a deployment is in progress, during which autoscaling does not scale in. */
    public boolean isDeploying(String cluster, String service) {
        return active(cluster, service).map(EcsService::isDeploying).orElse(false);
    }

    private Optional<EcsService> active(String cluster, String service) {
        return Optional.ofNullable(clusters.get(Refs.name(cluster)))
                .map(found -> found.services.get(Refs.name(service)))
                .filter(EcsService::isActive);
    }

    /** The cluster a request speaks of, gone or not. */
    Cluster cluster(Optional<String> ref) {
        var cluster = clusters.get(Refs.name(ref.orElse("default")));
        if (cluster == null) {
            throw EcsErrors.clusterNotFound();
        }
        return cluster;
    }

    /** The cluster a request wants to change. */
    Cluster usableCluster(Optional<String> ref) {
        var cluster = cluster(ref);
        if (cluster.isGone()) {
            throw EcsErrors.client("The referenced cluster was inactive.");
        }
        return cluster;
    }

    /** The service a request speaks of, gone or not. A full ARN names its cluster, too. */
    EcsService service(Optional<String> clusterRef, String serviceRef) {
        var cluster = cluster(clusterRef.or(() -> Refs.clusterInArn(serviceRef)));
        var service = cluster.services.get(Refs.name(serviceRef));
        if (service == null) {
            throw EcsErrors.serviceNotFound();
        }
        return service;
    }

    /** The task definition by family, {@code family:revision} or ARN; a family means its newest active revision. */
    Optional<TaskDefinition> taskDefinition(String ref) {
        var name = Refs.name(ref);
        var colon = name.indexOf(':');
        var family = families.get(colon < 0 ? name : name.substring(0, colon));
        if (family == null) {
            return Optional.empty();
        }
        return colon < 0 ? family.newestActive() : family.revision(name.substring(colon + 1));
    }
}
