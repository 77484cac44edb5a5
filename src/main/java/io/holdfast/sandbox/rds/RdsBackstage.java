package io.holdfast.sandbox.rds;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.World;
import java.time.Duration;

/** What AWS does to databases without being asked, to be told by tests and by a person who wants to see it happen. */
public final class RdsBackstage {

    /** Storage autoscaling grows a volume by at least this share (RDS User Guide, Storage autoscaling). */
    private static final int AUTOSCALING_PERCENT = 10;

    private static final int PERCENT = 100;

    private final Databases databases;

    /** Behind the RDS of one account and region. */
    public RdsBackstage(World world) {
        databases = Databases.of(requireNonNull(world, "world"));
    }

    /** Storage autoscaling: grows the volume by a tenth, to its maximum at most; nothing happens when it is off or exhausted. */
    public void growStorage(String id) {
        var instance = databases.instance(id);
        int size = instance.live().number(Setting.ALLOCATED_STORAGE);
        int grown = Math.min(
                instance.live().number(Setting.MAX_ALLOCATED_STORAGE), size + size * AUTOSCALING_PERCENT / PERCENT);
        if (grown > size) {
            databases.log(instance, "configuration change", "Storage autoscaling is increasing the allocated storage");
            release(instance, Setting.ALLOCATED_STORAGE, grown);
        }
    }

    /** The automatic minor version upgrade, now, as in an open maintenance window. */
    public void upgradeMinor(String id, String version) {
        release(databases.instance(id), Setting.ENGINE_VERSION, version);
    }

    /** Announces a minor version upgrade for the next maintenance window. */
    public void announceMinorUpgrade(String id, String version) {
        var instance = databases.instance(id);
        instance.offer(new MinorUpgrade(version, instance.maintenanceWindow().nextOpening(databases.now())));
        Maintenance.await(databases, instance);
    }

    /** An automated backup: the instance is {@code backing-up} for a while. */
    public void backUp(String id) {
        var instance = databases.instance(id);
        Backups.takeFirst(databases, instance, () -> instance.rest(databases.now()));
    }

    /** Primary and standby change places, and with them the Availability Zone. */
    public void failOver(String id) {
        var instance = databases.instance(id);
        if (instance.live().flag(Setting.MULTI_AZ)) {
            instance.failOver();
            databases.log(instance, "failover", "Multi-AZ instance failover completed");
        }
    }

    /**
     * Puts the instance into a status of AWS's, such as {@code storage-full} or {@code incompatible-network}; whatever is underway ends
     * without effect. It stays there until something moves it.
     */
    public void enter(String id, String status) {
        var instance = databases.instance(id);
        instance.interrupt();
        instance.enter(status);
        databases.log(instance, "failure", "DB instance entered " + status);
    }

    /** The same for a while, at the world's pace; then the instance is available again. */
    public void enter(String id, String status, Duration realistic) {
        enter(id, status);
        var instance = databases.instance(id);
        databases.after(realistic, instance, () -> instance.rest(databases.now()));
    }

    private void release(DbInstance instance, Setting setting, Object value) {
        instance.pending().park(setting, value);
        instance.pending().release(setting);
        Progress.start(databases, instance);
    }
}
