package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Values;

/** Everything an instance has to comply with, made or changed. */
final class InstanceRules {

    private InstanceRules() {}

    static void check(Databases databases, Values<Setting> next) {
        EngineRules.check(databases, next);
        NetworkRules.check(databases, next);
        BackupRules.check(next);
        MonitoringRules.check(next);
    }
}
