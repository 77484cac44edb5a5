package io.holdfast.sandbox.elasticache;

import static io.holdfast.sandbox.elasticache.Setting.CLUSTER_MODE;
import static io.holdfast.sandbox.elasticache.Setting.ENGINE;
import static io.holdfast.sandbox.elasticache.Setting.ENGINE_VERSION;
import static io.holdfast.sandbox.elasticache.Setting.NODE_TYPE;
import static io.holdfast.sandbox.elasticache.Setting.PARAMETER_GROUP;
import static io.holdfast.sandbox.elasticache.Setting.TOPIC;
import static io.holdfast.sandbox.elasticache.Setting.TOPIC_STATUS;

import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.datastore.WeeklyWindow;
import io.holdfast.sandbox.wire.Input;

/** What a modification may ask of a group in its present state. */
final class ModificationRules {

    private ModificationRules() {}

    /** Completes what was asked to full values and refuses what AWS would. */
    static void settle(Caches caches, ReplicationGroup group, Values<Setting> asked, Input input) {
        var live = group.live();
        settleVersion(caches, live, asked);
        if (asked.has(CLUSTER_MODE)) {
            ClusterMode.checkStep(live.text(CLUSTER_MODE), asked.text(CLUSTER_MODE));
        }
        TransitEncryption.checkStep(live, asked);
        AuthTokens.settleChange(
                asked, live, input.string("AuthTokenUpdateStrategy").orElse(""));
        checkNodeType(live, asked);
        if (asked.has(TOPIC)) {
            asked.putIfAbsent(TOPIC_STATUS, "active");
        }
        var replicas = group.shards().stream().map(Shard::replicas).toList();
        GroupRules.check(caches, live.overlaidWith(group.parked()).overlaidWith(asked), replicas);
        WeeklyWindow.parse(asked.text(Setting.MAINTENANCE_WINDOW))
                .ifPresent(window -> asked.put(Setting.MAINTENANCE_WINDOW, window.text()));
    }

    /** A default parameter group follows the version; one of the user's own has to be replaced in the same call. */
    private static void settleVersion(Caches caches, Values<Setting> live, Values<Setting> asked) {
        if (!asked.has(ENGINE_VERSION) && !asked.has(ENGINE)) {
            return;
        }
        var from = EngineVersion.running(live.text(ENGINE_VERSION));
        var engine = asked.has(ENGINE) ? asked.text(ENGINE) : from.engine();
        boolean sameEngine = engine.equals(from.engine());
        var to = sameEngine && !asked.has(ENGINE_VERSION)
                ? from
                : EngineVersion.asked(engine, asked.text(ENGINE_VERSION));
        if (!from.canBecome(to)) {
            throw Refusal.combination("Cannot modify the engine from " + from.engine() + " " + from.input() + " to "
                    + to.engine() + " " + to.input() + ".");
        }
        asked.put(ENGINE, to.engine());
        asked.put(ENGINE_VERSION, to.full());
        var group = caches.parameterGroup(live.text(PARAMETER_GROUP));
        if (!from.family().equals(to.family()) && group.isDefault()) {
            asked.putIfAbsent(
                    PARAMETER_GROUP,
                    to.defaultParameterGroup(group.clusterEnabled().orElse(false)));
        }
    }

    private static void checkNodeType(Values<Setting> live, Values<Setting> asked) {
        var from = live.text(NODE_TYPE);
        var to = asked.text(NODE_TYPE);
        boolean allowed = to.isEmpty()
                || to.equals(from)
                || NodeTypes.larger(from).contains(to)
                || NodeTypes.smaller(from).contains(to);
        if (!allowed) {
            throw Refusal.value("Invalid Cache Node Type: " + to + ".");
        }
    }
}
