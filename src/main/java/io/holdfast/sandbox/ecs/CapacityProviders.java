package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.World;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The capacity providers of a cluster: AWS's own two, attached asynchronously and replaced as a whole. */
final class CapacityProviders {

    static final Set<String> KNOWN = Set.of("FARGATE", "FARGATE_SPOT");

    private static final Defaults STRATEGY_ITEM =
            Defaults.none().and("weight", 0).and("base", 0);

    /** "Seconds for Fargate" (AWS-SEMANTICS, section 1). */
    private static final Duration ATTACHING = Duration.ofSeconds(5);

    private static final int MOST_IN_STRATEGY = 20;

    private CapacityProviders() {}

    /** PutClusterCapacityProviders: the lists sent replace the lists there were. */
    static Map<String, Object> put(Call call) {
        var input = call.input();
        input.required("cluster");
        if (!input.has("capacityProviders") || !input.has("defaultCapacityProviderStrategy")) {
            throw EcsErrors.invalid("Capacity providers and the default strategy are both required.");
        }
        var cluster = EcsState.of(call.world()).usableCluster(input.string("cluster"));
        checkSettled(cluster);
        checkUnused(cluster, input.strings("capacityProviders"));
        attach(call.world(), cluster, input);
        return Members.of("cluster", ClusterAnswer.full(cluster));
    }

    static Map<String, Object> describe(Call call) {
        var asked = call.input().strings("capacityProviders");
        var found = new ArrayList<Map<String, Object>>();
        KNOWN.stream()
                .sorted()
                .filter(name ->
                        asked.isEmpty() || asked.stream().map(Refs::name).anyMatch(name::equals))
                .forEach(name -> found.add(Members.none()
                        .and("capacityProviderArn", call.world().arn("ecs", "capacity-provider/" + name))
                        .and("name", name)
                        .and("status", "ACTIVE")
                        .map()));
        var failures = asked.stream()
                .filter(name -> !KNOWN.contains(Refs.name(name)))
                .map(Refs::missing)
                .toList();
        return Members.none()
                .and("capacityProviders", found)
                .and("failures", failures)
                .map();
    }

    static void attach(World world, Cluster cluster, Input input) {
        var providers = input.strings("capacityProviders");
        providers.stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(unknown -> {
            throw EcsErrors.invalid("The specified capacity provider '" + unknown + "' was not found.");
        });
        cluster.defaultStrategy = strategy(input, "defaultCapacityProviderStrategy", providers);
        cluster.capacityProviders = providers.stream().distinct().sorted().toList();
        cluster.attachmentsStatus = "UPDATE_IN_PROGRESS";
        world.timeline().after(world.pace().of(ATTACHING), () -> cluster.attachmentsStatus = "UPDATE_COMPLETE");
    }

    static void provision(World world, Cluster cluster) {
        cluster.status = "PROVISIONING";
        world.timeline().after(world.pace().of(ATTACHING), () -> {
            if (!cluster.isGone()) {
                cluster.status = "ACTIVE";
            }
        });
    }

    static void checkSettled(Cluster cluster) {
        if ("UPDATE_IN_PROGRESS".equals(cluster.attachmentsStatus)) {
            throw EcsErrors.of(
                    "UpdateInProgressException",
                    "The specified cluster is in a busy state. Cluster attachments must be in UPDATE_COMPLETE or UPDATE_FAILED state before they can be updated.");
        }
    }

    /** A strategy as it is echoed: weight and base filled in. */
    static List<Object> strategy(Input input, String member, List<String> attached) {
        var items = input.list(member);
        if (items.size() > MOST_IN_STRATEGY) {
            throw EcsErrors.invalid("A strategy cannot have more than " + MOST_IN_STRATEGY + " capacity providers.");
        }
        if (items.stream().filter(item -> item.integer("base").orElse(0) > 0).count() > 1) {
            throw EcsErrors.invalid("Only one capacity provider in a strategy can have a base greater than 0.");
        }
        for (var item : items) {
            if (!attached.contains(item.required("capacityProvider"))) {
                throw EcsErrors.invalid(
                        "The specified capacity provider strategy contains a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.");
            }
        }
        return items.stream()
                .<Object>map(item -> STRATEGY_ITEM.fill(item.raw()))
                .toList();
    }

    private static void checkUnused(Cluster cluster, List<String> kept) {
        var used = cluster.services.values().stream()
                .filter(EcsService::isActive)
                .flatMap(service -> service.capacityProviders().stream())
                .collect(Collectors.toSet());
        used.removeAll(Set.copyOf(kept));
        if (!used.isEmpty()) {
            throw EcsErrors.of(
                    "ResourceInUseException",
                    "The capacity provider " + used.iterator().next() + " is in use.");
        }
    }
}
