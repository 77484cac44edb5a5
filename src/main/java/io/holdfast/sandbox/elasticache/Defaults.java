package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.datastore.DailyWindow;
import io.holdfast.sandbox.datastore.DefaultNetwork;
import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.datastore.WeeklyWindow;
import java.util.List;

/** What AWS fills in when a creation leaves something out (API Reference, CreateReplicationGroup). */
final class Defaults {

    private static final int PORT = 6_379;
    private static final int WINDOW_MINUTES = 60;
    private static final int NIGHT_MINUTES = 8 * 60;
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int DAYS_PER_WEEK = 7;

    private Defaults() {}

    /** The asked-for values, completed. */
    static Values<Setting> over(Caches caches, Values<Setting> asked, Topology topology) {
        var values = asked.copy();
        values.putIfAbsent(Setting.ENGINE, EngineVersion.REDIS);
        var version = EngineVersion.asked(values.text(Setting.ENGINE), values.text(Setting.ENGINE_VERSION));
        values.put(Setting.ENGINE_VERSION, version.full());
        clusterMode(caches, values, topology);
        boolean clusterEnabled = values.text(Setting.CLUSTER_MODE).equals(ClusterMode.ENABLED);
        values.putIfAbsent(Setting.PARAMETER_GROUP, version.defaultParameterGroup(clusterEnabled));
        encryption(values);
        operation(values, clusterEnabled);
        windows(caches.world(), values);
        return values;
    }

    /** Several shards, or a parameter group with cluster mode on, mean cluster mode. */
    private static void clusterMode(Caches caches, Values<Setting> values, Topology topology) {
        boolean byGroup = values.has(Setting.PARAMETER_GROUP)
                && caches.parameterGroup(values.text(Setting.PARAMETER_GROUP))
                        .clusterEnabled()
                        .orElse(false);
        values.putIfAbsent(
                Setting.CLUSTER_MODE, byGroup || topology.clustered() ? ClusterMode.ENABLED : ClusterMode.DISABLED);
    }

    private static void encryption(Values<Setting> values) {
        values.putIfAbsent(
                Setting.AT_REST_ENCRYPTION, values.text(Setting.ENGINE).equals(EngineVersion.VALKEY));
        values.putIfAbsent(Setting.TRANSIT_ENCRYPTION, false);
        if (values.flag(Setting.TRANSIT_ENCRYPTION)) {
            values.putIfAbsent(Setting.TRANSIT_MODE, TransitEncryption.REQUIRED);
        }
    }

    private static void operation(Values<Setting> values, boolean clusterEnabled) {
        values.putIfAbsent(Setting.AUTOMATIC_FAILOVER, clusterEnabled);
        values.putIfAbsent(Setting.MULTI_AZ, false);
        values.putIfAbsent(Setting.AUTO_MINOR_UPGRADE, true);
        values.putIfAbsent(Setting.SNAPSHOT_RETENTION, 0);
        values.putIfAbsent(Setting.SUBNET_GROUP, "default");
        values.putIfAbsent(Setting.SECURITY_GROUPS, List.of(DefaultNetwork.SECURITY_GROUP));
        values.putIfAbsent(Setting.PORT, PORT);
        values.putIfAbsent(Setting.DATA_TIERING, false);
        values.putIfAbsent(Setting.NETWORK_TYPE, "ipv4");
        values.putIfAbsent(Setting.IP_DISCOVERY, "ipv4");
        if (values.has(Setting.TOPIC)) {
            values.put(Setting.TOPIC_STATUS, "active");
        }
    }

    private static void windows(World world, Values<Setting> values) {
        int chance = Integer.parseInt(world.nextDigits(9));
        int snapshot = chance % (NIGHT_MINUTES / 2 - WINDOW_MINUTES);
        int maintenance = NIGHT_MINUTES / 2 + snapshot + chance % DAYS_PER_WEEK * MINUTES_PER_DAY;
        values.putIfAbsent(Setting.SNAPSHOT_WINDOW, new DailyWindow(snapshot, WINDOW_MINUTES).text());
        values.putIfAbsent(Setting.MAINTENANCE_WINDOW, new WeeklyWindow(maintenance, WINDOW_MINUTES).text());
    }
}
