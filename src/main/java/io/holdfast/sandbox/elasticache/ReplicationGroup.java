package io.holdfast.sandbox.elasticache;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.datastore.WeeklyWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One replication group: what is set on it, its shards, and the one change that may be underway. */
final class ReplicationGroup {

    private final String id;
    private final Values<Setting> live;
    private final Values<Setting> parked = new Values<>(Setting.class);
    private final Tags tags;
    private final Instant createdAt;
    private final List<Shard> shards = new ArrayList<>();
    private final List<Member> joining = new ArrayList<>();
    private final List<Member> leaving = new ArrayList<>();
    private final Underway underway = new Underway();

    private List<Map<String, Object>> logDeliveries = List.of();
    private List<String> userGroups = List.of();
    private String status = Status.CREATING;
    private long generation;

    ReplicationGroup(String id, Values<Setting> live, Tags tags, Instant createdAt) {
        this.id = requireNonNull(id, "id");
        this.live = requireNonNull(live, "live");
        this.tags = requireNonNull(tags, "tags");
        this.createdAt = requireNonNull(createdAt, "createdAt");
    }

    String id() {
        return id;
    }

    Values<Setting> live() {
        return live;
    }

    /** What waits for the maintenance window. AWS shows it on the members only. */
    Values<Setting> parked() {
        return parked;
    }

    Tags tags() {
        return tags;
    }

    Instant createdAt() {
        return createdAt;
    }

    List<Shard> shards() {
        return shards;
    }

    /** Members being made for a change underway; not yet part of a shard. */
    List<Member> joining() {
        return joining;
    }

    /** Members a change has taken out of their shard; they linger for a while. */
    List<Member> leaving() {
        return leaving;
    }

    /** Every cache cluster there is, those that come and go included. */
    List<Member> members() {
        var inShards = shards.stream().flatMap(shard -> shard.members().stream());
        return Stream.of(inShards, joining.stream(), leaving.stream())
                .flatMap(stream -> stream)
                .distinct()
                .toList();
    }

    /** Cluster mode, whichever way clients speak to it; while it is merely compatible they may do without. */
    boolean isClusterEnabled() {
        return live.text(Setting.CLUSTER_MODE).equals(ClusterMode.ENABLED);
    }

    List<Map<String, Object>> logDeliveries() {
        return logDeliveries;
    }

    void deliverLogs(List<Map<String, Object>> deliveries) {
        logDeliveries = List.copyOf(deliveries);
    }

    List<String> userGroups() {
        return userGroups;
    }

    void letIn(List<String> groups) {
        userGroups = List.copyOf(groups);
    }

    String status() {
        return status;
    }

    /** Members in place follow the status of their group. */
    void enter(String newStatus) {
        status = requireNonNull(newStatus, "newStatus");
        shards.stream().flatMap(shard -> shard.members().stream()).forEach(member -> member.enter(newStatus));
    }

    boolean isAvailable() {
        return status.equals(Status.AVAILABLE);
    }

    /** Whether some member is still coming or going although the group is available. */
    boolean isLagging() {
        return members().stream().anyMatch(member -> !member.isAvailable());
    }

    /** The one change that may be underway. */
    Underway underway() {
        return underway;
    }

    /** Ends whatever is underway: effects scheduled for an earlier generation no longer happen. */
    void interrupt() {
        generation++;
        underway.finish();
        joining.clear();
    }

    long generation() {
        return generation;
    }

    WeeklyWindow maintenanceWindow() {
        return WeeklyWindow.parse(live.text(Setting.MAINTENANCE_WINDOW)).orElseThrow();
    }
}
