package io.holdfast.kind.ecstaskdefinition;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.load.ServiceKey;
import io.holdfast.aws.load.TaskDefinitions.Tagged;
import io.holdfast.model.Ask;
import io.holdfast.model.Facts;
import io.holdfast.model.Health;
import io.holdfast.model.Observed;
import io.holdfast.model.Observer;
import io.holdfast.model.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;

/** Looks at the revisions that services run; where no service runs one yet, at the latest of the family. */
final class EcsTaskDefinitionObserver implements Observer<EcsTaskDefinitionState> {
    private static final String OPERATION = "ecs:DescribeTaskDefinition";

    private final AwsAccess access;

    EcsTaskDefinitionObserver(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Map<ResourceId, Observed<EcsTaskDefinitionState>> observe(List<Ask<EcsTaskDefinitionState>> asks) {
        Map<ServiceKey, Answer<Service>> services = access.ecs()
                .services()
                .load(asks.stream().flatMap(it -> service(it).stream()).toList());
        Map<ResourceId, Answer<String>> running = new HashMap<>();
        asks.forEach(ask -> running.put(
                ask.id(),
                service(ask)
                        .map(services::get)
                        .map(EcsTaskDefinitionObserver::runs)
                        .orElseGet(Answer::notFound)));
        Map<String, Answer<Tagged>> byArn = access.ecs()
                .taskDefinitions()
                .byArn(running.values().stream()
                        .flatMap(it -> it.toOptional().stream())
                        .toList());
        Map<String, Answer<Tagged>> latest = access.ecs()
                .taskDefinitions()
                .latest(asks.stream()
                        .filter(ask -> running.get(ask.id()) instanceof Answer.NotFound)
                        .map(Ask::key)
                        .toList());
        Map<ResourceId, Observed<EcsTaskDefinitionState>> observed = new HashMap<>();
        asks.forEach(ask -> observed.put(
                ask.id(),
                running.get(ask.id())
                        .<Answer<Tagged>>fold(byArn::get, () -> latest.get(ask.key()), Answer::failed)
                        .observed(OPERATION, revision -> observed(ask, revision))));
        return observed;
    }

    private static Optional<ServiceKey> service(Ask<EcsTaskDefinitionState> ask) {
        return ask.desired()
                .flatMap(EcsTaskDefinitionState::service)
                .filter(key -> key.contains("/"))
                .map(EcsTaskDefinitionObserver::keyOf);
    }

    /** A service's key is its cluster's name, a slash and its own. */
    static ServiceKey keyOf(String service) {
        int slash = service.lastIndexOf('/');
        return new ServiceKey(service.substring(0, slash), service.substring(slash + 1));
    }

    /** After a rollback the service itself still names the revision that failed; its primary deployment never lies. */
    static Answer<String> runs(Answer<Service> service) {
        return service.then(it -> "INACTIVE".equals(it.status())
                ? Answer.notFound()
                : Stream.concat(
                                it.deployments().stream()
                                        .filter(deployment -> "PRIMARY".equals(deployment.status()))
                                        .map(Deployment::taskDefinition),
                                Stream.ofNullable(it.taskDefinition()))
                        .findFirst()
                        .map(Answer::found)
                        .orElseGet(Answer::notFound));
    }

    private Observed<EcsTaskDefinitionState> observed(Ask<EcsTaskDefinitionState> ask, Tagged revision) {
        EcsTaskDefinitionState state =
                TaskDefinitionShape.stateOf(revision, ask.desired().flatMap(EcsTaskDefinitionState::service));
        Facts facts = Facts.of(
                revision.definition().taskDefinitionArn(),
                access.marks().ownership(ask.id(), state.tags().orElse(Map.of())));
        boolean active = "ACTIVE".equals(revision.definition().statusAsString());
        return Observed.present(state, active ? facts : facts.with(deregistered(revision)));
    }

    private static Health deregistered(Tagged revision) {
        return Health.of(
                Health.Status.DEGRADED,
                "the running revision is " + revision.definition().statusAsString()
                        + ": tasks go on, but no deployment can use it again");
    }
}
