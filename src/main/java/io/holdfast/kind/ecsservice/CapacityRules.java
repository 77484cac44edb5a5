package io.holdfast.kind.ecsservice;

import io.holdfast.kind.ecsservice.EcsServiceState.StrategyItem;
import io.holdfast.model.Problem;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Strategies ECS refuses (Amazon ECS API Reference, CapacityProviderStrategyItem and CreateService). */
final class CapacityRules {
    private static final String STRATEGY = "capacityProviderStrategy";

    private CapacityRules() {}

    static Stream<Problem> problems(EcsServiceState service, SortedMap<String, Object> cluster) {
        List<StrategyItem> items = service.capacityProviderStrategy().orElse(List.of());
        return Stream.of(
                        Problem.when(
                                service.launchType().isPresent() && !items.isEmpty(),
                                "launchType",
                                "a strategy says already where tasks run",
                                "one of the two"),
                        twice(items),
                        shares(items),
                        Problem.when(
                                isMixed(items),
                                STRATEGY,
                                "Fargate and other providers cannot be mixed",
                                "FARGATE and FARGATE_SPOT, or others"),
                        strangers(items, cluster))
                .flatMap(Function.identity());
    }

    static Stream<String> providers(EcsServiceState service) {
        return service.capacityProviderStrategy().stream().flatMap(List::stream).map(StrategyItem::capacityProvider);
    }

    private static Stream<Problem> twice(List<StrategyItem> items) {
        List<String> names = items.stream().map(StrategyItem::capacityProvider).toList();
        return IntStream.range(0, names.size())
                .filter(i -> names.indexOf(names.get(i)) < i)
                .mapToObj(i -> new Problem(
                        STRATEGY + "[" + i + "].capacityProvider", names.get(i) + " is named twice", "each once"));
    }

    private static Stream<Problem> shares(List<StrategyItem> items) {
        long based = items.stream().filter(it -> it.base().orElse(0) > 0).count();
        boolean weightless = items.stream().allMatch(it -> it.weight().orElse(0) == 0);
        return Stream.concat(
                Problem.when(based > 1, STRATEGY, "more than one provider has a base", "a base for one of them"),
                Problem.when(
                        weightless && items.size() > 1,
                        STRATEGY,
                        "no provider has a weight, so no task could be placed",
                        "a weight of 1 or more for one of them"));
    }

    private static boolean isMixed(List<StrategyItem> items) {
        return items.stream()
                        .map(it -> it.capacityProvider().startsWith("FARGATE"))
                        .distinct()
                        .count()
                > 1;
    }

    /** What the cluster leaves out may be anything live. */
    private static Stream<Problem> strangers(List<StrategyItem> items, SortedMap<String, Object> cluster) {
        if (!(cluster.get("capacityProviders") instanceof Collection<?> offered)) {
            return Stream.empty();
        }
        String allowed = offered.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return IntStream.range(0, items.size())
                .filter(i -> !offered.contains(items.get(i).capacityProvider()))
                .mapToObj(i -> Problem.reference(
                        STRATEGY + "[" + i + "].capacityProvider",
                        items.get(i).capacityProvider() + " is not among its cluster's capacityProviders",
                        allowed));
    }
}
