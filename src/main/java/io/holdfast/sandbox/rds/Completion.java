package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.datastore.WeeklyWindow;

/** What becomes true when a kind of work ends. */
final class Completion {

    private Completion() {}

    static void complete(Databases databases, DbInstance instance, Work work, Values<Setting> done) {
        done.forEach(instance.live()::put);
        switch (work) {
            case CREDENTIALS -> MasterSecrets.settle(databases, instance, done);
            case UPGRADE -> upgraded(databases, instance);
            case PARAMETERS -> instance.parameterStatus(ParameterStatus.PENDING_REBOOT);
            case STANDBY -> standby(databases, instance);
            case STORAGE -> storage(databases, instance);
            case BACKUP_SWITCH -> backups(databases, instance);
            case RENAME -> rename(databases, instance);
            case ACCESS -> access(databases, instance, done);
            default -> {}
        }
        databases.log(instance, "configuration change", "Finished applying modification to the DB instance");
    }

    /** The groups AWS keeps for a major version follow the engine; a group of the user's own was checked beforehand. */
    private static void upgraded(Databases databases, DbInstance instance) {
        var live = instance.live();
        var version = PostgresVersion.of(live.text(Setting.ENGINE_VERSION));
        if (databases.parameterGroup(live.text(Setting.PARAMETER_GROUP)).isDefault()) {
            live.put(
                    Setting.PARAMETER_GROUP,
                    ParameterGroup.defaultOf(version.family()).name());
        }
        live.put(Setting.OPTION_GROUP, version.defaultOptionGroup());
        instance.withdrawUpgrade();
        instance.parameterStatus(ParameterStatus.IN_SYNC);
        databases.log(instance, "maintenance", "Database instance patched");
    }

    private static void standby(Databases databases, DbInstance instance) {
        var group = databases.subnetGroup(instance.live().text(Setting.SUBNET_GROUP));
        boolean wanted = instance.live().flag(Setting.MULTI_AZ);
        instance.standBy(wanted ? Standby.zoneBeside(group, instance.live().text(Setting.AVAILABILITY_ZONE)) : "");
    }

    private static void storage(Databases databases, DbInstance instance) {
        if (instance.live().has(Setting.MAX_ALLOCATED_STORAGE)
                && StorageChange.switchesAutoscalingOff(instance.live(), instance.live())) {
            instance.live().remove(Setting.MAX_ALLOCATED_STORAGE);
        }
        instance.storage()
                .changed(databases.ahead(RdsTimes.STORAGE_OPTIMIZATION), databases.ahead(RdsTimes.STORAGE_COOLDOWN));
        databases.after(RdsTimes.STORAGE_OPTIMIZATION, instance, () -> {
            if (instance.is(Status.STORAGE_OPTIMIZATION)) {
                instance.enter(Status.AVAILABLE);
            }
        });
    }

    private static void backups(Databases databases, DbInstance instance) {
        if (instance.live().number(Setting.BACKUP_RETENTION) == 0) {
            Backups.dropAutomated(databases, instance);
        }
    }

    private static void rename(Databases databases, DbInstance instance) {
        databases.instances().remove(instance.id());
        instance.rename(instance.live().text(Setting.IDENTIFIER));
        instance.live().remove(Setting.IDENTIFIER);
        databases.instances().put(instance.id(), instance);
    }

    private static void access(Databases databases, DbInstance instance, Values<Setting> done) {
        if (done.has(Setting.MAINTENANCE_WINDOW)) {
            var window =
                    WeeklyWindow.parse(done.text(Setting.MAINTENANCE_WINDOW)).orElseThrow();
            instance.live().put(Setting.MAINTENANCE_WINDOW, window.text());
            Maintenance.await(databases, instance);
        }
        if (done.has(Setting.INSIGHTS_ENABLED) && !done.flag(Setting.INSIGHTS_ENABLED)) {
            instance.live().remove(Setting.INSIGHTS_RETENTION);
            instance.live().remove(Setting.INSIGHTS_KEY);
        }
    }
}
