package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Values;

/** What a modification may ask of an instance in its present state. */
final class ModificationRules {

    private ModificationRules() {}

    /** Refuses a busy instance; one whose volume is full takes more storage and nothing else. */
    static void checkStatus(DbInstance instance, Values<Setting> asked) {
        boolean rescue = instance.is(Status.STORAGE_FULL)
                && asked.has(Setting.ALLOCATED_STORAGE)
                && StorageChange.VOLUME.containsAll(asked.settings());
        if (!Status.isServing(instance.status()) && !rescue) {
            throw Refusal.state("Database instance " + instance.id() + " is not in available state.");
        }
    }

    /** Completes what was asked to full values and refuses what AWS would. */
    static void settle(Databases databases, DbInstance instance, Values<Setting> asked, boolean allowMajor) {
        settleVersion(instance, asked, allowMajor);
        settleMonitoring(databases, instance, asked);
        StorageChange.settle(asked, instance, databases.now());
        CredentialRules.checkChange(asked, instance.secret().isPresent());
        checkName(databases, instance, asked);
        if (asked.flag(Setting.MULTI_AZ)) {
            var group = databases.subnetGroup(instance.live().text(Setting.SUBNET_GROUP));
            Standby.zoneBeside(group, instance.live().text(Setting.AVAILABILITY_ZONE));
        }
        InstanceRules.check(databases, next(databases, instance, asked));
    }

    private static void settleVersion(DbInstance instance, Values<Setting> asked, boolean allowMajor) {
        if (!asked.has(Setting.ENGINE_VERSION)) {
            return;
        }
        if (instance.pending().isParked(Setting.INSTANCE_CLASS) && !asked.has(Setting.INSTANCE_CLASS)) {
            throw Refusal.state("The engine version of " + instance.id()
                    + " can't be changed while it has a pending orderable config change (DBInstanceClass).");
        }
        var live = instance.live();
        var target = VersionRules.target(live, asked.text(Setting.ENGINE_VERSION), allowMajor);
        asked.put(Setting.ENGINE_VERSION, target.map(PostgresVersion::text).orElse(live.text(Setting.ENGINE_VERSION)));
    }

    /** Switching a feature off takes its settings along; switching insights on brings the defaults of a creation. */
    private static void settleMonitoring(Databases databases, DbInstance instance, Values<Setting> asked) {
        if (asked.has(Setting.MONITORING_INTERVAL) && asked.number(Setting.MONITORING_INTERVAL) == 0) {
            asked.putIfAbsent(Setting.MONITORING_ROLE, "");
        }
        if (asked.has(Setting.INSIGHTS_ENABLED) && !asked.flag(Setting.INSIGHTS_ENABLED)) {
            asked.putIfAbsent(Setting.INSIGHTS_RETENTION, 0);
        }
        var next = instance.live().overlaidWith(asked);
        Defaults.insights(databases.world(), next);
        if (asked.flag(Setting.INSIGHTS_ENABLED)) {
            asked.put(Setting.INSIGHTS_RETENTION, next.number(Setting.INSIGHTS_RETENTION));
            asked.put(Setting.INSIGHTS_KEY, next.text(Setting.INSIGHTS_KEY));
        }
    }

    private static void checkName(Databases databases, DbInstance instance, Values<Setting> asked) {
        if (!asked.has(Setting.IDENTIFIER)) {
            return;
        }
        var name = Identifiers.instance(asked.text(Setting.IDENTIFIER));
        if (databases.find(name).filter(other -> other != instance).isPresent()) {
            throw Refusal.exists("DBInstanceAlreadyExists", "DB instance already exists");
        }
    }

    /** The instance as it would be, with AWS's own groups following a new major version. */
    private static Values<Setting> next(Databases databases, DbInstance instance, Values<Setting> asked) {
        var next = instance.live().overlaidWith(instance.pending().wanted()).overlaidWith(asked);
        var version = PostgresVersion.of(next.text(Setting.ENGINE_VERSION));
        if (databases.parameterGroup(next.text(Setting.PARAMETER_GROUP)).isDefault()
                && !asked.has(Setting.PARAMETER_GROUP)) {
            next.put(
                    Setting.PARAMETER_GROUP,
                    ParameterGroup.defaultOf(version.family()).name());
        }
        if (!asked.has(Setting.OPTION_GROUP)) {
            next.put(Setting.OPTION_GROUP, version.defaultOptionGroup());
        }
        return next;
    }
}
