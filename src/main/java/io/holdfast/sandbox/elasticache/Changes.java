package io.holdfast.sandbox.elasticache;

import java.util.List;

/** Carries one change at a time out: available for a moment still, modifying, and available again, with the new values or the old ones. */
final class Changes {

    private Changes() {}

    /** Refuses a group that has a change underway, or members that are not where they should be. */
    static void checkIdle(ReplicationGroup group) {
        if (!group.isAvailable() || !group.underway().isIdle()) {
            throw Refusal.state("Replication group " + group.id() + " is not in available state.");
        }
        if (group.isLagging()) {
            throw Refusal.exists(
                    "InvalidCacheClusterState",
                    "Not all members of replication group " + group.id() + " are available.");
        }
    }

    static void accept(Caches caches, ReplicationGroup group, Change change) {
        group.underway()
                .begin(
                        change,
                        caches.ahead(CacheTimes.ACCEPTANCE),
                        caches.ahead(CacheTimes.ACCEPTANCE.plus(change.takes())));
        caches.after(CacheTimes.ACCEPTANCE, group, () -> {
            group.enter(Status.MODIFYING);
            caches.after(change.takes(), group, () -> end(caches, group, change));
        });
    }

    private static void end(Caches caches, ReplicationGroup group, Change change) {
        group.underway()
                .takeRollback()
                .ifPresentOrElse(
                        reason -> {
                            group.leaving().addAll(group.joining());
                            caches.log(group, change.summary() + " failed and was rolled back: " + reason);
                        },
                        () -> {
                            change.effect().run();
                            caches.log(group, change.summary() + " completed");
                        });
        rest(caches, group);
    }

    /** The group is available at once, members that came or go follow a little later. */
    private static void rest(Caches caches, ReplicationGroup group) {
        var joined = List.copyOf(group.joining());
        group.underway().finish();
        group.enter(Status.AVAILABLE);
        joined.forEach(member -> member.enter(Status.CREATING));
        group.joining().clear();
        group.leaving().forEach(member -> member.enter(Status.DELETING));
        caches.after(CacheTimes.MEMBER_LAG, group, () -> {
            group.leaving().clear();
            joined.forEach(member -> member.enter(Status.AVAILABLE));
        });
        Maintenance.await(caches, group);
    }
}
