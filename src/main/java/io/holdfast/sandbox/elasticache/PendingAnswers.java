package io.holdfast.sandbox.elasticache;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is on its way, in the words of the wire: partly on the group, partly on its members. */
final class PendingAnswers {

    private PendingAnswers() {}

    static Map<String, Object> ofGroup(Caches caches, ReplicationGroup group) {
        var answer = new LinkedHashMap<String, Object>();
        group.underway().change().ifPresent(change -> {
            var wanted = change.settings();
            if (wanted.has(Setting.AUTOMATIC_FAILOVER)) {
                answer.put("AutomaticFailoverStatus", wanted.flag(Setting.AUTOMATIC_FAILOVER) ? "enabled" : "disabled");
            }
            if (change.migratesSlots()) {
                answer.put(
                        "Resharding",
                        Map.of(
                                "SlotMigration",
                                Map.of("ProgressPercentage", group.underway().progress(caches.now()))));
            }
            answer.put("AuthTokenStatus", wanted.has(Setting.AUTH_TOKEN) ? "SETTING" : null);
            answer.put(
                    "TransitEncryptionEnabled",
                    wanted.get(Setting.TRANSIT_ENCRYPTION).orElse(null));
            answer.put("TransitEncryptionMode", wanted.get(Setting.TRANSIT_MODE).orElse(null));
            answer.put("ClusterMode", wanted.get(Setting.CLUSTER_MODE).orElse(null));
        });
        return answer;
    }

    /** A parked node type or version shows here and nowhere else. */
    static Map<String, Object> ofMember(ReplicationGroup group) {
        var wanted = group.underway()
                .change()
                .map(Change::settings)
                .map(group.parked()::overlaidWith)
                .orElse(group.parked());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("CacheNodeType", wanted.get(Setting.NODE_TYPE).orElse(null));
        answer.put("EngineVersion", wanted.get(Setting.ENGINE_VERSION).orElse(null));
        return answer;
    }

    /** Enabling and disabling show while the change is carried out. */
    static String automaticFailover(ReplicationGroup group) {
        boolean now = group.live().flag(Setting.AUTOMATIC_FAILOVER);
        boolean changing = group.status().equals(Status.MODIFYING)
                && group.underway()
                        .change()
                        .filter(change -> change.settings().has(Setting.AUTOMATIC_FAILOVER))
                        .isPresent();
        if (changing) {
            return now ? "disabling" : "enabling";
        }
        return now ? "enabled" : "disabled";
    }
}
