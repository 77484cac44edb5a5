package io.holdfast.kind.ecsservice;

import io.holdfast.aws.CapacityStrategy;
import io.holdfast.aws.CapacityStrategy.Share;
import io.holdfast.kind.ecsservice.EcsServiceState.StrategyItem;
import io.holdfast.model.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Where tasks run, said in a way ECS refuses (Amazon ECS API Reference, CreateService). */
final class CapacityRules {
    private CapacityRules() {}

    static Stream<Problem> problems(EcsServiceState service, SortedMap<String, Object> cluster) {
        List<StrategyItem> items = service.capacityProviderStrategy().orElse(List.of());
        List<Share> shares = items.stream()
                .map(it -> new Share(it.capacityProvider(), it.weight(), it.base()))
                .toList();
        return Stream.concat(
                Problem.when(
                        service.launchType().isPresent() && !items.isEmpty(),
                        "launchType",
                        "a strategy says already where tasks run",
                        "one of the two"),
                CapacityStrategy.problems("capacityProviderStrategy", shares, offered(cluster)));
    }

    static Stream<String> providers(EcsServiceState service) {
        return service.capacityProviderStrategy().stream().flatMap(List::stream).map(StrategyItem::capacityProvider);
    }

    private static Optional<Collection<?>> offered(SortedMap<String, Object> cluster) {
        return cluster.get("capacityProviders") instanceof Collection<?> offered
                ? Optional.of(offered)
                : Optional.empty();
    }
}
