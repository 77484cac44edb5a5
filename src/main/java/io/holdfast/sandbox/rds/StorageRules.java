package io.holdfast.sandbox.rds;

import static io.holdfast.sandbox.rds.Setting.ALLOCATED_STORAGE;
import static io.holdfast.sandbox.rds.Setting.IOPS;
import static io.holdfast.sandbox.rds.Setting.MAX_ALLOCATED_STORAGE;
import static io.holdfast.sandbox.rds.Setting.STORAGE_THROUGHPUT;
import static io.holdfast.sandbox.rds.Setting.STORAGE_TYPE;

import io.holdfast.sandbox.datastore.Values;

/** What a volume may look like, whether it is made or changed. */
final class StorageRules {

    /** One IOPS for every two GiB. */
    private static final int GIB_PER_IOPS_AT_MOST = 2;

    private StorageRules() {}

    /**
     * Refuses what AWS would refuse.
     *
     * @param asked what the call names
     * @param next the instance as it would be
     */
    static void check(Values<Setting> asked, Values<Setting> next) {
        var type = StorageType.of(next.text(STORAGE_TYPE))
                .orElseThrow(() -> Refusal.value("Invalid storage type: " + next.text(STORAGE_TYPE)));
        checkSize(type, next);
        checkPerformance(type, asked, next);
        checkCeiling(next);
    }

    private static void checkSize(StorageType type, Values<Setting> next) {
        int size = next.number(ALLOCATED_STORAGE);
        if (size < type.smallest() || size > type.largest()) {
            throw Refusal.value(
                    "Invalid storage size for engine name postgres and storage type " + type.text() + ": " + size);
        }
    }

    private static void checkPerformance(StorageType type, Values<Setting> asked, Values<Setting> next) {
        if (type.isProvisioned()) {
            checkIops(type, next);
        } else if (type == StorageType.GP3) {
            checkStriped(type, asked, next);
        } else if (asked.number(IOPS) > 0) {
            throw Refusal.combination("You can't specify IOPS for storage type " + type.text() + ".");
        }
        if (type != StorageType.GP3 && asked.number(STORAGE_THROUGHPUT) > 0) {
            throw Refusal.combination("You can't specify storage throughput for storage type " + type.text() + ".");
        }
    }

    private static void checkStriped(StorageType type, Values<Setting> asked, Values<Setting> next) {
        if (next.number(ALLOCATED_STORAGE) >= StorageType.GP3_STRIPED_FROM) {
            checkIops(type, next);
            checkThroughput(next.number(STORAGE_THROUGHPUT));
        } else if (asked.has(IOPS) || asked.has(STORAGE_THROUGHPUT)) {
            throw Refusal.combination(
                    "You can't specify IOPS or storage throughput for engine postgres and a storage size less than "
                            + StorageType.GP3_STRIPED_FROM + ".");
        }
    }

    private static void checkIops(StorageType type, Values<Setting> next) {
        int iops = next.number(IOPS);
        if (iops == 0) {
            throw Refusal.combination("You must specify an Iops value for storage type " + type.text() + ".");
        }
        if (iops < type.fewestIops() || iops > type.mostIops()) {
            throw Refusal.value(
                    "Invalid iops value for engine name postgres and storage type " + type.text() + ": " + iops);
        }
        long size = next.number(ALLOCATED_STORAGE);
        if (iops * (long) GIB_PER_IOPS_AT_MOST < size || iops > size * type.mostIopsPerGib()) {
            throw Refusal.combination("The IOPS to GiB ratio must be between 0.5 and " + type.mostIopsPerGib() + ".");
        }
    }

    private static void checkThroughput(int throughput) {
        if (throughput < StorageType.GP3_STRIPED_THROUGHPUT || throughput > StorageType.GP3_LARGEST_THROUGHPUT) {
            throw Refusal.value("Invalid storage throughput value for storage type gp3: " + throughput);
        }
    }

    private static void checkCeiling(Values<Setting> next) {
        if (next.has(MAX_ALLOCATED_STORAGE) && next.number(MAX_ALLOCATED_STORAGE) < next.number(ALLOCATED_STORAGE)) {
            throw Refusal.combination("Max storage size must be greater than or equal to storage size.");
        }
    }
}
