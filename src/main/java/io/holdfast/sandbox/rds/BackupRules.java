package io.holdfast.sandbox.rds;

import static io.holdfast.sandbox.rds.Setting.BACKUP_RETENTION;
import static io.holdfast.sandbox.rds.Setting.BACKUP_WINDOW;
import static io.holdfast.sandbox.rds.Setting.MAINTENANCE_WINDOW;

import io.holdfast.sandbox.datastore.DailyWindow;
import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.datastore.WeeklyWindow;

/** Retention and the two windows. */
final class BackupRules {

    private static final int LONGEST_RETENTION = 35;
    private static final int SHORTEST_WINDOW = 30;

    private BackupRules() {}

    static void check(Values<Setting> next) {
        int retention = next.number(BACKUP_RETENTION);
        if (retention < 0 || retention > LONGEST_RETENTION) {
            throw Refusal.value("Invalid backup retention period: " + retention + ". Must be between 0 and "
                    + LONGEST_RETENTION + ".");
        }
        var backup = DailyWindow.parse(next.text(BACKUP_WINDOW))
                .filter(window -> window.minutes() >= SHORTEST_WINDOW)
                .orElseThrow(() -> Refusal.value("Invalid backup window format: " + next.text(BACKUP_WINDOW)));
        var maintenance = WeeklyWindow.parse(next.text(MAINTENANCE_WINDOW))
                .filter(window -> window.minutes() >= SHORTEST_WINDOW)
                .orElseThrow(
                        () -> Refusal.value("Invalid maintenance window format: " + next.text(MAINTENANCE_WINDOW)));
        if (maintenance.overlaps(backup)) {
            throw Refusal.combination("The backup window and maintenance window must not overlap.");
        }
    }
}
