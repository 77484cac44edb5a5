package io.holdfast.sandbox.rds;

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

/** What RDS keeps for one account in one region. */
final class Databases {

    private final World world;
    private final EventLog events;
    private final SortedMap<String, DbInstance> instances = new TreeMap<>();
    private final SortedMap<String, DbSnapshot> snapshots = new TreeMap<>();
    private final SortedMap<String, SubnetGroup> subnetGroups = new TreeMap<>();
    private final SortedMap<String, ParameterGroup> parameterGroups = new TreeMap<>();

    private final Map<String, Tags> tags = new HashMap<>();

    private Databases(World world) {
        this.world = world;
        this.events = new EventLog(world.timeline()::now);
        subnetGroups.put("default", SubnetGroup.over(DefaultNetwork.SUBNETS, world.region(), "default", "default"));
        PostgresVersions.families()
                .map(ParameterGroup::defaultOf)
                .forEach(group -> parameterGroups.put(group.name(), group));
    }

    static Databases of(World world) {
        return world.part(Databases.class, () -> new Databases(world));
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

    /** Lets something happen to an instance, unless what is underway is interrupted before. */
    void after(Duration realistic, DbInstance instance, Runnable effect) {
        long generation = instance.generation();
        world.timeline().after(world.pace().of(realistic), () -> {
            if (instance.generation() == generation) {
                effect.run();
            }
        });
    }

    SortedMap<String, DbInstance> instances() {
        return instances;
    }

    Optional<DbInstance> find(String id) {
        return Optional.ofNullable(instances.get(id.toLowerCase(Locale.ROOT)));
    }

    DbInstance instance(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("DBInstanceNotFound", "DBInstance " + id + " not found."));
    }

    SortedMap<String, DbSnapshot> snapshots() {
        return snapshots;
    }

    SortedMap<String, SubnetGroup> subnetGroups() {
        return subnetGroups;
    }

    SubnetGroup subnetGroup(String name) {
        return Optional.ofNullable(subnetGroups.get(name.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> Refusal.notFound(
                        "DBSubnetGroupNotFoundFault", "DB subnet group '" + name + "' does not exist."));
    }

    SortedMap<String, ParameterGroup> parameterGroups() {
        return parameterGroups;
    }

    ParameterGroup parameterGroup(String name) {
        return Optional.ofNullable(parameterGroups.get(name.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> Refusal.notFound("DBParameterGroupNotFound", "DBParameterGroup not found: " + name));
    }

    /** The tags of subnet groups and parameter groups, by ARN; instances and snapshots carry their own. */
    Map<String, Tags> tags() {
        return tags;
    }

    EventLog events() {
        return events;
    }

    void log(DbInstance instance, String category, String message) {
        events.add("db-instance", instance.id(), message, List.of(category));
    }

    String arn(DbInstance instance) {
        return world.arn("rds", "db:" + instance.id());
    }
}
