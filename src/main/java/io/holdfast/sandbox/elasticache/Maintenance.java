package io.holdfast.sandbox.elasticache;

/** The maintenance window: when it opens, what is parked becomes a change. */
final class Maintenance {

    private Maintenance() {}

    /** Waits for the next opening of the group's window. Waiting twice is harmless: what opens finds nothing left to do. */
    static void await(Caches caches, ReplicationGroup group) {
        if (!group.parked().isEmpty()) {
            caches.world()
                    .timeline()
                    .at(group.maintenanceWindow().nextOpening(caches.now()), () -> open(caches, group));
        }
    }

    private static void open(Caches caches, ReplicationGroup group) {
        boolean gone = caches.groups().get(group.id()) != group;
        if (gone || group.parked().isEmpty() || !group.maintenanceWindow().isOpen(caches.now())) {
            return;
        }
        if (!group.isAvailable() || !group.underway().isIdle()) {
            await(caches, group);
            return;
        }
        Modification.release(caches, group);
    }
}
