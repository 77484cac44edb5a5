package io.holdfast.sandbox.rds;

/** How far an instance follows its parameter group. */
final class ParameterStatus {

    static final String IN_SYNC = "in-sync";
    static final String APPLYING = "applying";

    /** Static parameters wait for a restart by hand; neither the maintenance window nor {@code ApplyImmediately} brings one. */
    static final String PENDING_REBOOT = "pending-reboot";

    private ParameterStatus() {}
}
