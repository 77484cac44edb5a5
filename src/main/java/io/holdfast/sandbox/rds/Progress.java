package io.holdfast.sandbox.rds;

/** Carries released changes out, one kind of work after the other. */
final class Progress {

    private Progress() {}

    /** Begins after the short while in which the status still says available; a run underway takes new changes along. */
    static void start(Databases databases, DbInstance instance) {
        if (!instance.isWorking()) {
            instance.work();
            databases.after(RdsTimes.ACCEPTANCE, instance, () -> next(databases, instance));
        }
    }

    /** Does the next work that is due, or lets the instance rest. */
    static void next(Databases databases, DbInstance instance) {
        var due = instance.pending().next(instance.live());
        if (due.isEmpty()) {
            instance.rest(databases.now());
            return;
        }
        var work = due.get();
        instance.enter(work.status());
        if (work == Work.PARAMETERS) {
            instance.parameterStatus(ParameterStatus.APPLYING);
        }
        databases.after(work.duration(), instance, () -> finish(databases, instance, work));
    }

    private static void finish(Databases databases, DbInstance instance, Work work) {
        boolean hadBackups = instance.live().number(Setting.BACKUP_RETENTION) > 0;
        var done = instance.pending().take(work, instance.live());
        Completion.complete(databases, instance, work, done);
        if (work == Work.BACKUP_SWITCH && !hadBackups) {
            Backups.takeFirst(databases, instance, () -> next(databases, instance));
        } else {
            next(databases, instance);
        }
    }
}
