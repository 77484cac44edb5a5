package io.holdfast.sandbox.rds;

/** The maintenance window: when it opens, everything parked is released, and an announced minor upgrade happens. */
final class Maintenance {

    private Maintenance() {}

    /** Waits for the next opening of the instance's window. Waiting twice is harmless: what opens finds nothing left to do. */
    static void await(Databases databases, DbInstance instance) {
        if (instance.pending().hasParked() || instance.offeredUpgrade().isPresent()) {
            databases
                    .world()
                    .timeline()
                    .at(instance.maintenanceWindow().nextOpening(databases.now()), () -> open(databases, instance));
        }
    }

    private static void open(Databases databases, DbInstance instance) {
        boolean gone =
                databases.find(instance.id()).filter(found -> found == instance).isEmpty();
        if (gone || !instance.maintenanceWindow().isOpen(databases.now())) {
            return;
        }
        if (!Status.isServing(instance.status()) || instance.isWorking()) {
            await(databases, instance);
            return;
        }
        instance.offeredUpgrade()
                .ifPresent(upgrade -> instance.pending().park(Setting.ENGINE_VERSION, upgrade.version()));
        instance.pending().releaseAll();
        Progress.start(databases, instance);
    }
}
