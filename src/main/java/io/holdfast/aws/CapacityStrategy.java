package io.holdfast.aws;

import io.holdfast.model.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Capacity provider strategies ECS refuses, of a service and as a cluster's default alike (Amazon ECS API Reference,
 * CapacityProviderStrategyItem, CreateService and PutClusterCapacityProviders).
 */
public final class CapacityStrategy {
    /**
     * A provider's part of the tasks.
     *
     * @param capacityProvider its name
     * @param weight of the tasks beyond the base; absent, AWS takes 0
     * @param base how many tasks at least; absent, AWS takes 0
     */
    public record Share(String capacityProvider, Optional<Integer> weight, Optional<Integer> base) {}

    private final String path;
    private final List<Share> shares;

    private CapacityStrategy(String path, List<Share> shares) {
        this.path = path;
        this.shares = shares;
    }

    /**
     * What is wrong with a strategy.
     *
     * @param path where it is declared
     * @param offered the cluster's providers; absent where they are left out, and so may be anything live
     */
    public static Stream<Problem> problems(String path, List<Share> shares, Optional<? extends Collection<?>> offered) {
        CapacityStrategy strategy = new CapacityStrategy(path, shares);
        return Stream.of(
                        strategy.twice(),
                        strategy.parts(),
                        Problem.when(
                                strategy.isMixed(),
                                path,
                                "Fargate and other providers cannot be mixed",
                                "FARGATE and FARGATE_SPOT, or others"),
                        offered.stream().flatMap(strategy::strangers))
                .flatMap(Function.identity());
    }

    private Stream<Problem> twice() {
        List<String> names = shares.stream().map(Share::capacityProvider).toList();
        return IntStream.range(0, names.size())
                .filter(i -> names.indexOf(names.get(i)) < i)
                .mapToObj(i -> new Problem(provider(i), names.get(i) + " is named twice", "each once"));
    }

    private Stream<Problem> parts() {
        long based = shares.stream().filter(it -> it.base().orElse(0) > 0).count();
        boolean weightless = shares.stream().allMatch(it -> it.weight().orElse(0) == 0);
        return Stream.concat(
                Problem.when(based > 1, path, "more than one provider has a base", "a base for one of them"),
                Problem.when(
                        weightless && shares.size() > 1,
                        path,
                        "no provider has a weight, so no task could be placed",
                        "a weight of 1 or more for one of them"));
    }

    private boolean isMixed() {
        return shares.stream()
                        .map(it -> it.capacityProvider().startsWith("FARGATE"))
                        .distinct()
                        .count()
                > 1;
    }

    private Stream<Problem> strangers(Collection<?> offered) {
        String allowed = offered.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return IntStream.range(0, shares.size())
                .filter(i -> !offered.contains(shares.get(i).capacityProvider()))
                .mapToObj(i -> Problem.reference(
                        provider(i),
                        shares.get(i).capacityProvider() + " is not among its cluster's capacityProviders",
                        allowed));
    }

    private String provider(int i) {
        return path + "[" + i + "].capacityProvider";
    }
}
