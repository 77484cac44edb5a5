package io.holdfast.sandbox.rds;

import static io.holdfast.sandbox.rds.Setting.ALLOCATED_STORAGE;
import static io.holdfast.sandbox.rds.Setting.IOPS;
import static io.holdfast.sandbox.rds.Setting.MAX_ALLOCATED_STORAGE;
import static io.holdfast.sandbox.rds.Setting.STORAGE_THROUGHPUT;
import static io.holdfast.sandbox.rds.Setting.STORAGE_TYPE;

import io.holdfast.sandbox.datastore.Values;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** How a volume may change: only upwards, in steps of a tenth or more, and not again for hours. */
final class StorageChange {

    static final Set<Setting> VOLUME = Set.of(ALLOCATED_STORAGE, STORAGE_TYPE, IOPS, STORAGE_THROUGHPUT);

    /** Values<Setting> that are not at least 10 % greater are rounded up to that (API Reference, ModifyDBInstance, AllocatedStorage). */
    private static final int SMALLEST_GROWTH_PERCENT = 10;

    private static final int PERCENT = 100;

    private StorageChange() {}

    /** Rounds and completes what was asked of the volume, and refuses what AWS would. */
    static void settle(Values<Setting> asked, DbInstance instance, Instant now) {
        if (VOLUME.stream().noneMatch(asked::has)) {
            return;
        }
        var live = instance.live();
        checkIopsComeAlong(asked, live);
        grow(asked, live.number(ALLOCATED_STORAGE));
        var named = asked.copy();
        StorageBaseline.fillIn(asked, live);
        boolean changes = VOLUME.stream().anyMatch(setting -> differs(asked, live, setting));
        if (changes && instance.storage().isCoolingDown(now)) {
            throw Refusal.combination(
                    "You can't currently modify the storage of this DB instance because the previous storage change is"
                            + " being optimized.");
        }
        StorageRules.check(named, live.overlaidWith(asked));
    }

    /** A maximum equal to the size means: no autoscaling (API Reference, ModifyDBInstance, MaxAllocatedStorage). */
    static boolean switchesAutoscalingOff(Values<Setting> asked, Values<Setting> live) {
        return asked.has(MAX_ALLOCATED_STORAGE)
                && asked.number(MAX_ALLOCATED_STORAGE)
                        == live.overlaidWith(asked).number(ALLOCATED_STORAGE);
    }

    /** The smallest size a volume can be grown to. */
    static int smallestGrowth(int size) {
        return size + (size * SMALLEST_GROWTH_PERCENT + PERCENT - 1) / PERCENT;
    }

    private static void grow(Values<Setting> asked, int size) {
        int wanted = asked.has(ALLOCATED_STORAGE) ? asked.number(ALLOCATED_STORAGE) : size;
        if (wanted < size) {
            throw Refusal.combination("Requested storage size (" + wanted
                    + ") cannot be less than the current storage size (" + size + ").");
        }
        if (wanted > size) {
            asked.put(ALLOCATED_STORAGE, Math.max(wanted, smallestGrowth(size)));
        }
    }

    private static void checkIopsComeAlong(Values<Setting> asked, Values<Setting> live) {
        boolean provisioned = StorageType.of(live.overlaidWith(asked).text(STORAGE_TYPE))
                .filter(StorageType::isProvisioned)
                .isPresent();
        boolean resized = differs(asked, live, ALLOCATED_STORAGE) || differs(asked, live, STORAGE_TYPE);
        if (provisioned && resized && !asked.has(IOPS)) {
            throw Refusal.combination(
                    "You must specify both the storage size and iops when modifying the storage size or iops on a DB"
                            + " instance that has provisioned iops.");
        }
    }

    private static boolean differs(Values<Setting> asked, Values<Setting> live, Setting setting) {
        return asked.has(setting) && !Objects.equals(asked.get(setting), live.get(setting));
    }
}
