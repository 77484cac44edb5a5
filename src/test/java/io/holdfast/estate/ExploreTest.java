package io.holdfast.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.model.Cloud;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Exploration;
import io.holdfast.model.Explored;
import io.holdfast.model.Find;
import io.holdfast.model.Handlers;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Resolution;
import io.holdfast.model.Scope;
import io.holdfast.model.Selection;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is live is found without having been declared, and what could not be looked at is told. */
class ExploreTest {
    private static final String ENVIRONMENT = "whole";
    private static final KindName CLUSTER = new KindName("cluster", "ecs-cluster");

    @TempDir
    Path folder;

    private Estate estate;
    private DesiredState desired;

    @BeforeEach
    void declare() {
        estate = new Estate(folder).declare("whole.yaml", Samples.WHOLE);
        desired = estate.desired(ENVIRONMENT);
    }

    @Test
    void everythingThatIsMadeIsFound() {
        // Given
        estate.converge(ENVIRONMENT);

        // When
        Map<KindName, Exploration<?>> found = explore(Scope.everything());

        // Then
        Map<KindName, List<String>> declared = new TreeMap<>();
        Resolution.all(desired, id -> Optional.empty())
                .forEach(it -> declared.put(it.declared().kind().name(), List.of(it.key())));
        found.forEach((kind, exploration) ->
                assertThat(keys(exploration)).as(kind.type()).isEqualTo(declared.getOrDefault(kind, List.of())));
        assertThat(found.values())
                .allMatch(it -> it.blind().isEmpty() && it.missing().isEmpty());
    }

    @Test
    void aListingIsReadToItsEnd() {
        // Given
        Console console = new Console(estate.sandbox());
        List<String> names =
                IntStream.range(0, 230).mapToObj("cluster-%03d"::formatted).toList();
        names.forEach(name -> console.ecs.createCluster(it -> it.clusterName(name)));

        // When
        Exploration<?> clusters = explore(Scope.everything()).get(CLUSTER);

        // Then
        assertThat(keys(clusters)).isEqualTo(names);
    }

    @Test
    void aListingThatBreaksIsToldAndHidesNothingElse() {
        // Given
        estate.converge(ENVIRONMENT);
        for (String operation : List.of("ListServices", "DescribeDBInstances", "DescribeReplicationGroups")) {
            estate.sandbox()
                    .faults()
                    .inject(Fault.refuse(503, "ServiceUnavailable"), Api.of("*", operation), Selector.always());
        }

        // When
        Map<KindName, Exploration<?>> found = explore(Scope.everything());

        // Then
        assertThat(keys(found.get(CLUSTER))).containsExactly("whole");
        assertThat(found.values().stream().flatMap(it -> it.blind().stream()).map(Exploration.Blind::what))
                .containsExactlyInAnyOrder(
                        "the services of cluster whole", "the databases of the account", "the caches of the account");
    }

    @Test
    void whatIsNamedAndNotThereIsTold() {
        // Given
        Scope scope = new Scope(
                Selection.of(Set.of("nowhere")),
                Selection.of(Set.of("none")),
                Selection.of(Set.of("neither")),
                Set.of(),
                Map.of());

        // When
        Map<KindName, Exploration<?>> found = explore(scope);

        // Then
        assertThat(found.values().stream().flatMap(it -> it.missing().stream()))
                .containsExactlyInAnyOrder("cluster nowhere", "database none", "cache neither");
    }

    private static List<String> keys(Exploration<?> exploration) {
        return exploration.finds().stream().<String>map(Find::key).toList();
    }

    private Map<KindName, Exploration<?>> explore(Scope scope) {
        Map<KindName, Exploration<?>> found = new TreeMap<>();
        Explored explored = kind -> keys(found.getOrDefault(kind, Exploration.nothing()));
        try (Cloud.Look look = estate.reach().cloud(desired).look()) {
            Handlers handlers = look.handlers();
            Kinds.all().stream()
                    .sorted(Comparator.comparing(
                            (Kind<?> it) -> it.slot().keys().size()))
                    .forEach(it -> found.put(
                            it.name(), handlers.of(it.name()).explorer().explore(scope, explored)));
        }
        return found;
    }
}
