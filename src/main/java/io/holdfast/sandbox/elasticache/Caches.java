package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.datastore.DefaultNetwork;
import io.holdfast.sandbox.datastore.EventLog;
import io.holdfast.sandbox.datastore.SubnetGroup;
import io.holdfast.sandbox.datastore.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What ElastiCache keeps for one account in one region. */
final class Caches {

    private final World world;
    private final EventLog events;
    private final SortedMap<String, ReplicationGroup> groups = new TreeMap<>();
    private final SortedMap<String, CacheSnapshot> snapshots = new TreeMap<>();
    private final SortedMap<String, SubnetGroup> subnetGroups = new TreeMap<>();
    private final SortedMap<String, ParameterGroup> parameterGroups = new TreeMap<>();
    private final Map<String, Tags> tags = new HashMap<>();

    private Caches(World world) {
        this.world = world;
        this.events = new EventLog(world.timeline()::now);
        subnetGroups.put("default", SubnetGroup.over(DefaultNetwork.SUBNETS, world.region(), "default", "default"));
        for (var version : EngineVersion.all()) {
            for (boolean clusterEnabled : List.of(false, true)) {
                var group = ParameterGroup.defaultOf(version.family(), clusterEnabled);
                parameterGroups.put(group.name(), group);
            }
        }
    }

    static Caches of(World world) {
        return world.part(Caches.class, () -> new Caches(world));
    }

    World world() {
        return world;
    }

    Instant now() {
        return world.timeline().now();
    }

    /** The time that lies a realistic duration ahead, at the world's pace. */
    Instant ahead(Duration realistic) {
        return now().plus(world.pace().of(realistic));
    }

    /** Lets something happen to a group, unless what is underway is interrupted before. */
    void after(Duration realistic, ReplicationGroup group, Runnable effect) {
        long generation = group.generation();
        world.timeline().after(world.pace().of(realistic), () -> {
            if (group.generation() == generation) {
                effect.run();
            }
        });
    }

    SortedMap<String, ReplicationGroup> groups() {
        return groups;
    }

    ReplicationGroup group(String id) {
        return Optional.ofNullable(groups.get(id.toLowerCase(Locale.ROOT)))
                .orElseThrow(() ->
                        Refusal.notFound("ReplicationGroupNotFoundFault", "ReplicationGroup " + id + " not found."));
    }

    /** The members of all groups, each with its group, by their identifiers. */
    SortedMap<String, ReplicationGroup> clusters() {
        var clusters = new TreeMap<String, ReplicationGroup>();
        groups.values().forEach(group -> group.members().forEach(member -> clusters.put(member.id(), group)));
        return clusters;
    }

    SortedMap<String, CacheSnapshot> snapshots() {
        return snapshots;
    }

    SortedMap<String, SubnetGroup> subnetGroups() {
        return subnetGroups;
    }

    /** Unlike the others this one is answered with 400 when it is missing (API model, CacheSubnetGroupNotFoundFault). */
    SubnetGroup subnetGroup(String name) {
        return Optional.ofNullable(subnetGroups.get(name.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> Refusal.exists(
                        "CacheSubnetGroupNotFoundFault", "Cache Subnet Group " + name + " does not exist."));
    }

    SortedMap<String, ParameterGroup> parameterGroups() {
        return parameterGroups;
    }

    ParameterGroup parameterGroup(String name) {
        return Optional.ofNullable(parameterGroups.get(name.toLowerCase(Locale.ROOT)))
                .orElseThrow(() ->
                        Refusal.notFound("CacheParameterGroupNotFound", "CacheParameterGroup not found: " + name));
    }

    /** The tags of members, subnet groups and parameter groups, by ARN; groups and snapshots carry their own. */
    Map<String, Tags> tags() {
        return tags;
    }

    EventLog events() {
        return events;
    }

    void log(ReplicationGroup group, String message) {
        events.add("replication-group", group.id(), message, List.of());
    }

    String arn(ReplicationGroup group) {
        return world.arn("elasticache", "replicationgroup:" + group.id());
    }
}
