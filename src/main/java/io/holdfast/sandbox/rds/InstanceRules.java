package io.holdfast.sandbox.rds;

/** Everything an instance has to comply with, made or changed. */
final class InstanceRules {

    private InstanceRules() {}

    static void check(Databases databases, Values next) {
        EngineRules.check(databases, next);
        NetworkRules.check(databases, next);
        BackupRules.check(next);
        MonitoringRules.check(next);
    }
}
