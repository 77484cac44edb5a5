package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.wire.Input;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** Reboot, stop and start. */
final class Power {

    private Power() {}

    /** {@code RebootDBInstance}; brings static parameters into force. */
    static Map<String, Object> reboot(Databases databases, Input input) {
        var instance = instance(databases, input, Status::isServing);
        boolean failOver = input.bool("ForceFailover").orElse(false);
        if (failOver && !instance.live().flag(Setting.MULTI_AZ)) {
            throw Refusal.combination("Cannot force failover when the instance does not have MultiAZ configured.");
        }
        go(databases, instance, Status.REBOOTING, RdsTimes.RESTART, () -> {
            if (failOver) {
                instance.failOver();
            }
            instance.parameterStatus(ParameterStatus.IN_SYNC);
            databases.log(instance, "availability", "DB instance restarted");
            instance.rest(databases.now());
        });
        return answer(databases, instance);
    }

    /** {@code StopDBInstance}; AWS starts it again after seven days. */
    static Map<String, Object> stop(Databases databases, Input input) {
        var instance = instance(databases, input, Status.AVAILABLE::equals);
        go(databases, instance, Status.STOPPING, RdsTimes.STOP, () -> stopped(databases, instance));
        return answer(databases, instance);
    }

    /** {@code StartDBInstance}. */
    static Map<String, Object> start(Databases databases, Input input) {
        var instance = instance(databases, input, Status.STOPPED::equals);
        start(databases, instance);
        return answer(databases, instance);
    }

    private static void stopped(Databases databases, DbInstance instance) {
        instance.enter(Status.STOPPED);
        instance.restartAt(databases.ahead(RdsTimes.LONGEST_STOP));
        databases.log(instance, "notification", "DB instance stopped");
        databases.after(RdsTimes.LONGEST_STOP, instance, () -> {
            databases.log(
                    instance,
                    "notification",
                    "DB instance is being started due to it exceeding the maximum allowed time being stopped");
            start(databases, instance);
        });
    }

    private static void start(Databases databases, DbInstance instance) {
        go(databases, instance, Status.STARTING, RdsTimes.START, () -> {
            instance.parameterStatus(ParameterStatus.IN_SYNC);
            databases.log(instance, "notification", "DB instance started");
            instance.rest(databases.now());
            Maintenance.await(databases, instance);
        });
    }

    private static void go(Databases databases, DbInstance instance, String status, Duration takes, Runnable then) {
        instance.interrupt();
        instance.enter(status);
        databases.after(takes, instance, then);
    }

    /** Interrupting ends what is underway for good, so nothing may be underway. */
    private static DbInstance instance(Databases databases, Input input, Predicate<String> allowed) {
        var instance = databases.instance(input.required("DBInstanceIdentifier"));
        if (!allowed.test(instance.status()) || instance.isWorking()) {
            throw Refusal.state("Instance " + instance.id() + " is not in a valid state: " + instance.status() + ".");
        }
        return instance;
    }

    private static Map<String, Object> answer(Databases databases, DbInstance instance) {
        return Map.of("DBInstance", Answers.instance(databases, instance));
    }
}
