package io.holdfast.sandbox.rds;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of volume PostgreSQL runs on, with their limits (RDS User Guide, Amazon RDS DB instance storage). Sizes are GiB. */
enum StorageType {
    STANDARD("standard", 5, 3_072, 0, 0, 0),
    GP2("gp2", 20, 65_536, 0, 0, 0),
    GP3("gp3", 20, 65_536, 12_000, 64_000, 500),
    IO1("io1", 100, 65_536, 1_000, 256_000, 50),
    IO2("io2", 100, 65_536, 1_000, 256_000, 1_000);

    /** Below this size gp3 has one fixed performance; from it on the volume is striped and can be given more. */
    static final int GP3_STRIPED_FROM = 400;

    static final int GP3_SMALL_IOPS = 3_000;
    static final int GP3_SMALL_THROUGHPUT = 125;
    static final int GP3_STRIPED_IOPS = 12_000;
    static final int GP3_STRIPED_THROUGHPUT = 500;
    static final int GP3_LARGEST_THROUGHPUT = 4_000;

    private final String text;
    private final int smallest;
    private final int largest;
    private final int fewestIops;
    private final int mostIops;
    private final int mostIopsPerGib;

    StorageType(String text, int smallest, int largest, int fewestIops, int mostIops, int mostIopsPerGib) {
        this.text = text;
        this.smallest = smallest;
        this.largest = largest;
        this.fewestIops = fewestIops;
        this.mostIops = mostIops;
        this.mostIopsPerGib = mostIopsPerGib;
    }

    static Optional<StorageType> of(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }

    String text() {
        return text;
    }

    int smallest() {
        return smallest;
    }

    int largest() {
        return largest;
    }

    int fewestIops() {
        return fewestIops;
    }

    int mostIops() {
        return mostIops;
    }

    int mostIopsPerGib() {
        return mostIopsPerGib;
    }

    /** Whether IOPS are bought apart, and so must be named. */
    boolean isProvisioned() {
        return this == IO1 || this == IO2;
    }
}
