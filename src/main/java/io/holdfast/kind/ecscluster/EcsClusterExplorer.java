package io.holdfast.kind.ecscluster;

import static java.util.stream.Collectors.toCollection;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Finds;
import io.holdfast.aws.Pages;
import io.holdfast.model.Exploration;
import io.holdfast.model.Explored;
import io.holdfast.model.Explorer;
import io.holdfast.model.Find;
import io.holdfast.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;

/** Finds the ECS clusters that are named, or all there are. */
final class EcsClusterExplorer implements Explorer<EcsClusterState> {
    /** Amazon ECS API Reference, ListClusters: up to 100 a page. */
    private static final int PER_PAGE = 100;

    private final AwsAccess access;

    EcsClusterExplorer(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Exploration<EcsClusterState> explore(Scope scope, Explored explored) {
        Finds<EcsClusterState> finds = new Finds<>();
        List<String> arns = scope.clusters().isAll()
                ? finds.listed("the clusters of the account", "ecs:ListClusters", this::list)
                : List.copyOf(scope.clusters().names());
        TreeSet<String> names = arns.stream().map(EcsClusterExplorer::nameOf).collect(toCollection(TreeSet::new));
        Map<String, Answer<Cluster>> clusters = access.ecs().clusters().load(names);
        names.forEach(name -> finds.take(
                "cluster " + name,
                "ecs:DescribeClusters",
                !scope.clusters().isAll(),
                clusters.get(name),
                EcsClusterExplorer::find));
        return finds.exploration();
    }

    private List<String> list() {
        return Pages.all(
                token -> access.reading()
                        .ecs()
                        .listClusters(request -> request.maxResults(PER_PAGE).nextToken(token)),
                ListClustersResponse::hasClusterArns,
                ListClustersResponse::clusterArns,
                ListClustersResponse::nextToken);
    }

    private static Optional<Find<EcsClusterState>> find(Cluster cluster) {
        if ("INACTIVE".equals(cluster.status())) {
            return Optional.empty();
        }
        EcsClusterState state = EcsClusterObserver.stateOf(cluster);
        return Optional.of(
                Find.of(state.name(), state.name(), state, state.tags().orElse(Map.of())));
    }

    private static String nameOf(String cluster) {
        return cluster.substring(cluster.lastIndexOf('/') + 1);
    }
}
