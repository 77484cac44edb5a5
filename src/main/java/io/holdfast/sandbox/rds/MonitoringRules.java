package io.holdfast.sandbox.rds;

import static io.holdfast.sandbox.rds.Setting.INSIGHTS_ENABLED;
import static io.holdfast.sandbox.rds.Setting.INSIGHTS_MODE;
import static io.holdfast.sandbox.rds.Setting.INSIGHTS_RETENTION;
import static io.holdfast.sandbox.rds.Setting.LOG_EXPORTS;
import static io.holdfast.sandbox.rds.Setting.MONITORING_INTERVAL;
import static io.holdfast.sandbox.rds.Setting.MONITORING_ROLE;

import io.holdfast.sandbox.datastore.Values;
import java.util.Set;

/** Enhanced Monitoring, Performance Insights, Database Insights and log exports. */
final class MonitoringRules {

    static final Set<String> LOG_TYPES = Set.of("postgresql", "upgrade", "iam-db-auth-error");

    /** Seconds (API Reference, CreateDBInstance, MonitoringInterval). */
    private static final Set<Integer> INTERVALS = Set.of(0, 1, 5, 10, 15, 30, 60);

    /** Days in the free tier, in each paid month, and at most (API Reference, PerformanceInsightsRetentionPeriod). */
    private static final int FREE_RETENTION = 7;

    private static final int MONTH = 31;
    private static final int MOST_MONTHS = 23;
    private static final int LONGEST_RETENTION = 731;

    /** Fifteen months, which the advanced mode demands (RDS User Guide, Database Insights). */
    private static final int ADVANCED_RETENTION = 465;

    private MonitoringRules() {}

    static void check(Values<Setting> next) {
        checkEnhancedMonitoring(next.number(MONITORING_INTERVAL), next.text(MONITORING_ROLE));
        checkInsights(next);
        next.texts(LOG_EXPORTS).stream()
                .filter(type -> !LOG_TYPES.contains(type))
                .findFirst()
                .ifPresent(type -> {
                    throw Refusal.combination(
                            "You cannot use the log types '" + type + "' with engine version postgres.");
                });
    }

    private static void checkEnhancedMonitoring(int interval, String role) {
        if (!INTERVALS.contains(interval)) {
            throw Refusal.value(
                    "Invalid MonitoringInterval: " + interval + ". Must be one of 0, 1, 5, 10, 15, 30, 60.");
        }
        if (interval > 0 && role.isEmpty()) {
            throw Refusal.combination(
                    "A MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0.");
        }
        if (interval == 0 && !role.isEmpty()) {
            throw Refusal.combination(
                    "You must specify a MonitoringInterval value other than 0 when you specify a MonitoringRoleARN value.");
        }
    }

    private static void checkInsights(Values<Setting> next) {
        int days = next.number(INSIGHTS_RETENTION);
        if (next.flag(INSIGHTS_ENABLED) && !isRetention(days)) {
            throw Refusal.value("Invalid Performance Insights retention period: " + days + ".");
        }
        if (!next.flag(INSIGHTS_ENABLED) && days > 0) {
            throw Refusal.combination("Performance Insights must be enabled to set its retention period.");
        }
        var mode = next.text(INSIGHTS_MODE);
        if (!Set.of("standard", "advanced").contains(mode)) {
            throw Refusal.value("Invalid DatabaseInsightsMode: " + mode + ".");
        }
        if (mode.equals("advanced") && days < ADVANCED_RETENTION) {
            throw Refusal.combination(
                    "The advanced mode of Database Insights requires Performance Insights with a retention period of at"
                            + " least " + ADVANCED_RETENTION + " days.");
        }
    }

    private static boolean isRetention(int days) {
        return days == FREE_RETENTION
                || days == LONGEST_RETENTION
                || (days > 0 && days % MONTH == 0 && days / MONTH <= MOST_MONTHS);
    }
}
