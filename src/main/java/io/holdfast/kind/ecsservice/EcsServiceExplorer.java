package io.holdfast.kind.ecsservice;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Finds;
import io.holdfast.aws.Pages;
import io.holdfast.aws.load.ServiceKey;
import io.holdfast.model.Exploration;
import io.holdfast.model.Explored;
import io.holdfast.model.Explorer;
import io.holdfast.model.Find;
import io.holdfast.model.KindName;
import io.holdfast.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;

/** Finds the services of the clusters that were found. */
final class EcsServiceExplorer implements Explorer<EcsServiceState> {
    private static final KindName CLUSTER = new KindName("cluster", "ecs-cluster");

    /** Amazon ECS API Reference, ListServices: up to 100 a page, and 10 if nothing is said. */
    private static final int PER_PAGE = 100;

    private final AwsAccess access;

    EcsServiceExplorer(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Exploration<EcsServiceState> explore(Scope scope, Explored explored) {
        Finds<EcsServiceState> finds = new Finds<>();
        List<ServiceKey> keys = new ArrayList<>();
        for (String cluster : explored.keys(CLUSTER)) {
            finds.listed("the services of cluster " + cluster, "ecs:ListServices", () -> list(cluster))
                    .forEach(arn -> keys.add(new ServiceKey(cluster, EcsServiceKind.nameOf(arn))));
        }
        Map<ServiceKey, Answer<Service>> services = access.ecs().services().load(keys);
        keys.forEach(key -> finds.take(
                "service " + key.cluster() + "/" + key.name(),
                "ecs:DescribeServices",
                false,
                services.get(key),
                service -> find(service, scope, finds)));
        return finds.exploration();
    }

    private List<String> list(String cluster) {
        return Pages.all(
                token -> access.reading()
                        .ecs()
                        .listServices(request ->
                                request.cluster(cluster).maxResults(PER_PAGE).nextToken(token)),
                ListServicesResponse::hasServiceArns,
                ListServicesResponse::serviceArns,
                ListServicesResponse::nextToken);
    }

    private static Optional<Find<EcsServiceState>> find(Service service, Scope scope, Finds<EcsServiceState> finds) {
        EcsServiceState state =
                ServiceShape.stateOf(service, Deployments.of(service).primary());
        String key = state.cluster() + "/" + state.name();
        Map<String, String> tags = state.tags().orElse(Map.of());
        if (!scope.takes(state.name(), tags) || "INACTIVE".equals(service.status())) {
            return Optional.empty();
        }
        if (!"ACTIVE".equals(service.status())) {
            finds.leave("service " + key + " is " + service.status());
            return Optional.empty();
        }
        return Optional.of(Find.of(key, state.name(), state, tags));
    }
}
