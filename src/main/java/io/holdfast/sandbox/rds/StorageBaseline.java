package io.holdfast.sandbox.rds;

import static io.holdfast.sandbox.rds.Setting.ALLOCATED_STORAGE;
import static io.holdfast.sandbox.rds.Setting.IOPS;
import static io.holdfast.sandbox.rds.Setting.STORAGE_THROUGHPUT;
import static io.holdfast.sandbox.rds.Setting.STORAGE_TYPE;

import io.holdfast.sandbox.datastore.Values;

/** The performance a volume has when nobody asked for one: gp3's depends on its size, the older types report none. */
final class StorageBaseline {

    private StorageBaseline() {}

    /**
     * Adds to the asked-for values what the volume comes with.
     *
     * @param asked what the call names; receives the baseline
     * @param live what the volume has now; empty for a new one
     */
    static void fillIn(Values<Setting> asked, Values<Setting> live) {
        var next = live.overlaidWith(asked);
        switch (StorageType.of(next.text(STORAGE_TYPE)).orElse(StorageType.STANDARD)) {
            case GP3 -> {
                boolean striped = next.number(ALLOCATED_STORAGE) >= StorageType.GP3_STRIPED_FROM;
                atLeast(asked, live, IOPS, striped ? StorageType.GP3_STRIPED_IOPS : StorageType.GP3_SMALL_IOPS);
                atLeast(
                        asked,
                        live,
                        STORAGE_THROUGHPUT,
                        striped ? StorageType.GP3_STRIPED_THROUGHPUT : StorageType.GP3_SMALL_THROUGHPUT);
            }
            case IO1, IO2 -> asked.putIfAbsent(STORAGE_THROUGHPUT, 0);
            default -> {
                asked.putIfAbsent(IOPS, 0);
                asked.putIfAbsent(STORAGE_THROUGHPUT, 0);
            }
        }
    }

    /** A gp3 volume keeps the performance bought for it; one that was of another type begins with the baseline. */
    private static void atLeast(Values<Setting> asked, Values<Setting> live, Setting setting, int baseline) {
        boolean wasGp3 = live.text(STORAGE_TYPE).equals(StorageType.GP3.text());
        asked.putIfAbsent(setting, wasGp3 ? Math.max(baseline, live.number(setting)) : baseline);
    }
}
