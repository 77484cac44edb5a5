package io.holdfast.sandbox.rds;

import java.time.Duration;

/**
 * How long RDS takes, at realistic pace. The numbers are the middle of what is commonly seen; the range stands beside each. Where AWS
 * documents one, the comment says so.
 */
final class RdsTimes {

    /** Status still {@code available} after a modification was accepted: seconds to about a minute. */
    static final Duration ACCEPTANCE = Duration.ofSeconds(40);

    /** 10 to 30 minutes; Multi-AZ takes longer. */
    static final Duration CREATE = Duration.ofMinutes(12);

    /** What a standby adds to a creation. */
    static final Duration CREATE_STANDBY = Duration.ofMinutes(6);

    /** The first backup of a new instance, and a manual snapshot of a small one. */
    static final Duration BACKUP = Duration.ofMinutes(4);

    /** 10 to 20 minutes, minor and major alike for a small database. */
    static final Duration UPGRADE = Duration.ofMinutes(15);

    /** 10 to 20 minutes. */
    static final Duration CLASS_CHANGE = Duration.ofMinutes(14);

    /** 15 to 60 minutes: the volume is copied through a snapshot. */
    static final Duration STANDBY_CHANGE = Duration.ofMinutes(30);

    /** Until the new size can be seen; the optimization comes after it. */
    static final Duration STORAGE_CHANGE = Duration.ofMinutes(6);

    /** Hours to more than a day. */
    static final Duration STORAGE_OPTIMIZATION = Duration.ofHours(4);

    /** No second storage change within six hours of the last (RDS User Guide, Modifying storage). */
    static final Duration STORAGE_COOLDOWN = Duration.ofHours(6);

    /** Disruptive moves: subnet group, network type, option group, certificate. */
    static final Duration NETWORK_CHANGE = Duration.ofMinutes(10);

    /** A few minutes: everything that is changed in place. */
    static final Duration SMALL_CHANGE = Duration.ofMinutes(2);

    /** A restart, with or without failover: one to two minutes. */
    static final Duration RESTART = Duration.ofMinutes(2);

    /** 5 to 15 minutes. */
    static final Duration STOP = Duration.ofMinutes(8);

    /** 5 to 15 minutes. */
    static final Duration START = Duration.ofMinutes(8);

    /** AWS starts a stopped instance again after seven days (RDS User Guide, Stopping a DB instance temporarily). */
    static final Duration LONGEST_STOP = Duration.ofDays(7);

    /** 3 to 10 minutes, without the final snapshot. */
    static final Duration DELETE = Duration.ofMinutes(6);

    /** Until a managed master password's secret can be read. */
    static final Duration SECRET = Duration.ofMinutes(1);

    private RdsTimes() {}
}
