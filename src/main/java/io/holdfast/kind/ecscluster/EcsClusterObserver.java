package io.holdfast.kind.ecscluster;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Pairs;
import io.holdfast.aws.Shapes;
import io.holdfast.aws.StateRecords;
import io.holdfast.model.Ask;
import io.holdfast.model.Facts;
import io.holdfast.model.Health;
import io.holdfast.model.Observed;
import io.holdfast.model.Observer;
import io.holdfast.model.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** Looks at ECS clusters. */
final class EcsClusterObserver implements Observer<EcsClusterState> {
    private final AwsAccess access;

    EcsClusterObserver(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Map<ResourceId, Observed<EcsClusterState>> observe(List<Ask<EcsClusterState>> asks) {
        Map<String, Answer<Cluster>> clusters =
                access.ecs().clusters().load(asks.stream().map(Ask::key).toList());
        Map<ResourceId, Observed<EcsClusterState>> observed = new HashMap<>();
        asks.forEach(ask -> observed.put(
                ask.id(),
                clusters.get(ask.key()).observed("ecs:DescribeClusters", cluster -> observed(ask.id(), cluster))));
        return observed;
    }

    /** A deleted cluster stays describable for a while, as INACTIVE. */
    private Observed<EcsClusterState> observed(ResourceId id, Cluster cluster) {
        return unless(cluster.status(), "status").equals("INACTIVE")
                ? Observed.absent()
                : Observed.present(stateOf(cluster), facts(id, cluster));
    }

    static EcsClusterState stateOf(Cluster cluster) {
        Map<String, Object> tree = Shapes.tree(cluster);
        tree.put("name", cluster.clusterName());
        tree.computeIfPresent("tags", (name, tags) -> Pairs.map(tags, "key", "value"));
        if (cluster.hasSettings()) {
            tree.put(
                    "containerInsights",
                    Pairs.map(tree.get("settings"), "name", "value").get("containerInsights"));
        }
        return StateRecords.read(tree, EcsClusterState.class);
    }

    private Facts facts(ResourceId id, Cluster cluster) {
        Map<String, String> tags = new HashMap<>();
        cluster.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        Facts facts = Facts.of(
                        unless(cluster.clusterArn(), "clusterArn"),
                        access.marks().ownership(id, tags))
                .with(health(cluster));
        return switch (cluster.status()) {
            case "ACTIVE" -> isAttaching(cluster) ? facts.underway("capacity providers are being attached") : facts;
            case "FAILED" -> facts;
            // PROVISIONING, DEPROVISIONING, and whatever AWS may invent: wait.
            default -> facts.underway("the cluster is " + cluster.status());
        };
    }

    private static boolean isAttaching(Cluster cluster) {
        return "UPDATE_IN_PROGRESS".equals(cluster.attachmentsStatus());
    }

    private static Health health(Cluster cluster) {
        if (cluster.status().equals("FAILED")) {
            return Health.of(Health.Status.DEGRADED, "ECS could not provision the cluster");
        }
        if ("UPDATE_FAILED".equals(cluster.attachmentsStatus())) {
            return Health.of(Health.Status.DEGRADED, "ECS could not attach the capacity providers");
        }
        return cluster.status().equals("ACTIVE") && !isAttaching(cluster)
                ? Health.healthy()
                : Health.of(Health.Status.PROGRESSING, "the cluster is changing");
    }
}
