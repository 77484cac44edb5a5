package io.holdfast.kind.ecstaskdefinition;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Finds;
import io.holdfast.aws.load.ServiceKey;
import io.holdfast.aws.load.TaskDefinitions.Tagged;
import io.holdfast.model.Exploration;
import io.holdfast.model.Explored;
import io.holdfast.model.Explorer;
import io.holdfast.model.Find;
import io.holdfast.model.KindName;
import io.holdfast.model.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.Service;

/** Finds the revisions that the services which were found run. */
final class EcsTaskDefinitionExplorer implements Explorer<EcsTaskDefinitionState> {
    private static final String OPERATION = "ecs:DescribeTaskDefinition";
    private static final KindName SERVICE = new KindName("service", "ecs-service");

    private final AwsAccess access;

    EcsTaskDefinitionExplorer(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Exploration<EcsTaskDefinitionState> explore(Scope scope, Explored explored) {
        Finds<EcsTaskDefinitionState> finds = new Finds<>();
        Map<String, Answer<Tagged>> running = running(explored.keys(SERVICE));
        Map<String, List<String>> services = byFamily(running);
        running.forEach((service, answer) -> finds.take(
                "the task definition of service " + service,
                OPERATION,
                false,
                answer,
                revision -> Optional.of(revision)
                        .filter(it -> services.get(familyOf(it)).size() == 1)
                        .map(it -> find(service, it))));
        services.forEach((family, several) -> {
            if (several.size() > 1) {
                finds.leave("task definition family " + family + " is shared by the services "
                        + String.join(", ", several) + ", so each only names the revision it runs");
            }
        });
        return finds.exploration();
    }

    private Map<String, Answer<Tagged>> running(List<String> services) {
        Map<ServiceKey, Answer<Service>> described = access.ecs()
                .services()
                .load(services.stream().map(EcsTaskDefinitionObserver::keyOf).toList());
        Map<String, Answer<String>> arns = new LinkedHashMap<>();
        services.forEach(
                it -> arns.put(it, EcsTaskDefinitionObserver.runs(described.get(EcsTaskDefinitionObserver.keyOf(it)))));
        Map<String, Answer<Tagged>> revisions = access.ecs()
                .taskDefinitions()
                .byArn(arns.values().stream()
                        .flatMap(it -> it.toOptional().stream())
                        .collect(Collectors.toSet()));
        Map<String, Answer<Tagged>> running = new LinkedHashMap<>();
        arns.forEach((service, arn) -> running.put(service, arn.then(revisions::get)));
        return running;
    }

    /** A family has one latest revision, so that only one declaration can say what it is. */
    private static Map<String, List<String>> byFamily(Map<String, Answer<Tagged>> running) {
        Map<String, List<String>> services = new TreeMap<>();
        running.forEach((service, answer) -> answer.toOptional()
                .ifPresent(it -> services.computeIfAbsent(familyOf(it), unknown -> new ArrayList<>())
                        .add(service)));
        return services;
    }

    private static Find<EcsTaskDefinitionState> find(String service, Tagged revision) {
        EcsTaskDefinitionState state = TaskDefinitionShape.stateOf(revision, Optional.of(service));
        String family = familyOf(revision);
        return Find.inside(service, family, family, state, state.tags().orElse(Map.of()));
    }

    private static String familyOf(Tagged revision) {
        return revision.definition().family();
    }
}
