package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operations on clusters. */
final class Clusters {

    /** Amazon ECS API Reference, DescribeClusters and ListClusters. */
    private static final int PER_CALL = 100;

    /** How long a deleted cluster stays describable; AWS only says "for a while". */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final List<String> CHANGEABLE = List.of("settings", "configuration", "serviceConnectDefaults");

    private Clusters() {}

    /** An active cluster of the name is answered as it is: nothing of the request is applied to it. */
    static Map<String, Object> create(Call call) {
        var state = EcsState.of(call.world());
        var name = call.input().string("clusterName").orElse("default");
        if (!Refs.isName(name)) {
            throw EcsErrors.invalid("Invalid cluster name: " + name);
        }
        var existing = state.clusters.get(name);
        if (existing == null || existing.isGone()) {
            existing = created(call, name);
            state.clusters.put(name, existing);
        }
        return Members.of("cluster", ClusterAnswer.full(existing));
    }

    static Map<String, Object> describe(Call call) {
        var state = EcsState.of(call.world());
        var refs = call.input().has("clusters") ? call.input().strings("clusters") : List.of("default");
        if (refs.size() > PER_CALL) {
            throw EcsErrors.invalid("clusters cannot have more than " + PER_CALL + " elements.");
        }
        var found = new ArrayList<Map<String, Object>>();
        var failures = new ArrayList<Map<String, Object>>();
        for (var ref : refs) {
            var cluster = state.clusters.get(Refs.name(ref));
            if (cluster == null) {
                failures.add(Refs.missing(call.world().arn("ecs", "cluster/" + Refs.name(ref))));
            } else {
                found.add(ClusterAnswer.of(cluster, call.input().strings("include")));
            }
        }
        return Members.none().and("clusters", found).and("failures", failures).map();
    }

    static Map<String, Object> list(Call call) {
        var arns = EcsState.of(call.world()).clusters.values().stream()
                .filter(cluster -> !cluster.isGone())
                .map(cluster -> cluster.arn)
                .toList();
        return Page.of(call.input(), "clusterArns", arns, PER_CALL, PER_CALL);
    }

    /** {@code UpdateCluster} and {@code UpdateClusterSettings}: what is not sent stays. */
    static Map<String, Object> update(Call call) {
        call.input().required("cluster");
        var cluster = EcsState.of(call.world()).usableCluster(call.input().string("cluster"));
        applySettings(cluster, call.input());
        return Members.of("cluster", ClusterAnswer.full(cluster));
    }

    static Map<String, Object> delete(Call call) {
        call.input().required("cluster");
        var state = EcsState.of(call.world());
        var cluster = state.cluster(call.input().string("cluster"));
        if (!cluster.isGone()) {
            checkEmpty(cluster);
            CapacityProviders.checkSettled(cluster);
            cluster.status = "INACTIVE";
            call.world()
                    .timeline()
                    .after(call.world().pace().of(REMEMBERED), () -> state.clusters.remove(cluster.name, cluster));
        }
        return Members.of("cluster", ClusterAnswer.full(cluster));
    }

    private static Cluster created(Call call, String name) {
        var cluster = new Cluster(name, call.world().arn("ecs", "cluster/" + name), TagSet.of(call.input()));
        cluster.settings.put("settings", AccountSettings.clusterSettings(EcsState.of(call.world())));
        applySettings(cluster, call.input());
        if (call.input().has("capacityProviders")) {
            CapacityProviders.attach(call.world(), cluster, call.input());
            CapacityProviders.provision(call.world(), cluster);
        }
        return cluster;
    }

    private static void applySettings(Cluster cluster, Input input) {
        for (var setting : input.list("settings")) {
            AccountSettings.checkInsights(setting);
        }
        for (var member : CHANGEABLE) {
            if (input.has(member) && !(input.raw().get(member) instanceof List<?> list && list.isEmpty())) {
                cluster.settings.put(member, input.raw().get(member));
            }
        }
        input.child("serviceConnectDefaults")
                .filter(defaults -> defaults.string("namespace").orElse("").isEmpty())
                .ifPresent(cleared -> cluster.settings.remove("serviceConnectDefaults"));
    }

    private static void checkEmpty(Cluster cluster) {
        if (cluster.services.values().stream().anyMatch(service -> !service.isGone())) {
            throw EcsErrors.of(
                    "ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.");
        }
        if (cluster.tasks().stream().anyMatch(task -> !task.isStopped())) {
            throw EcsErrors.of(
                    "ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.");
        }
    }
}
