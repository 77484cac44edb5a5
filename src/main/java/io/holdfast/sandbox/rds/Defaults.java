package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.World;
import io.holdfast.sandbox.datastore.DailyWindow;
import io.holdfast.sandbox.datastore.DefaultNetwork;
import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.datastore.WeeklyWindow;
import java.util.List;

/** What AWS fills in when a creation leaves something out (API Reference, CreateDBInstance). */
final class Defaults {

    private static final int PORT = 5_432;
    private static final int INSIGHTS_RETENTION_DAYS = 7;

    /** Default windows last half an hour and begin in an eight-hour block of the night. */
    private static final int WINDOW_MINUTES = 30;

    private static final int NIGHT_MINUTES = 8 * 60;
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int DAYS_PER_WEEK = 7;

    private Defaults() {}

    /** The asked-for values, completed. */
    static Values<Setting> over(World world, Values<Setting> asked) {
        var values = asked.copy();
        var version = VersionRules.forNew(asked.text(Setting.ENGINE_VERSION));
        values.put(Setting.ENGINE_VERSION, version.text());
        values.putIfAbsent(
                Setting.PARAMETER_GROUP,
                ParameterGroup.defaultOf(version.family()).name());
        values.putIfAbsent(Setting.OPTION_GROUP, version.defaultOptionGroup());
        values.putIfAbsent(Setting.LICENSE_MODEL, "postgresql-license");
        values.putIfAbsent(Setting.LIFECYCLE_SUPPORT, "open-source-rds-extended-support");
        storage(world, values);
        network(values);
        operation(values);
        insights(world, values);
        windows(world, values);
        return values;
    }

    private static void storage(World world, Values<Setting> values) {
        values.putIfAbsent(Setting.STORAGE_TYPE, values.has(Setting.IOPS) ? "io1" : "gp3");
        StorageBaseline.fillIn(values, new Values<>(Setting.class));
        values.putIfAbsent(Setting.STORAGE_ENCRYPTED, false);
        if (values.flag(Setting.STORAGE_ENCRYPTED)) {
            values.putIfAbsent(Setting.KMS_KEY, key(world, "rds"));
        }
        values.putIfAbsent(Setting.DEDICATED_LOG_VOLUME, false);
    }

    private static void network(Values<Setting> values) {
        values.putIfAbsent(Setting.SUBNET_GROUP, "default");
        values.putIfAbsent(
                Setting.PUBLICLY_ACCESSIBLE, values.text(Setting.SUBNET_GROUP).equals("default"));
        values.putIfAbsent(Setting.SECURITY_GROUPS, List.of(DefaultNetwork.SECURITY_GROUP));
        values.putIfAbsent(Setting.PORT, PORT);
        values.putIfAbsent(Setting.NETWORK_TYPE, "IPV4");
        values.putIfAbsent(Setting.CA_CERTIFICATE, "rds-ca-rsa2048-g1");
    }

    private static void operation(Values<Setting> values) {
        values.putIfAbsent(Setting.MULTI_AZ, false);
        values.putIfAbsent(Setting.BACKUP_RETENTION, 1);
        values.putIfAbsent(Setting.BACKUP_TARGET, "region");
        values.putIfAbsent(Setting.AUTO_MINOR_UPGRADE, true);
        values.putIfAbsent(Setting.COPY_TAGS, false);
        values.putIfAbsent(Setting.DELETION_PROTECTION, false);
        values.putIfAbsent(Setting.IAM_AUTHENTICATION, false);
        values.putIfAbsent(Setting.MONITORING_INTERVAL, 0);
    }

    /** Completes the insights settings; a modification that switches them on gets the same defaults as a creation. */
    static void insights(World world, Values<Setting> values) {
        values.putIfAbsent(Setting.INSIGHTS_MODE, "standard");
        values.putIfAbsent(Setting.INSIGHTS_ENABLED, false);
        if (values.flag(Setting.INSIGHTS_ENABLED)) {
            values.putIfAbsent(Setting.INSIGHTS_RETENTION, INSIGHTS_RETENTION_DAYS);
            values.putIfAbsent(Setting.INSIGHTS_KEY, key(world, "rds"));
        }
    }

    private static void windows(World world, Values<Setting> values) {
        int chance = Integer.parseInt(world.nextDigits(9));
        int backup = chance % (NIGHT_MINUTES / 2 - WINDOW_MINUTES);
        int maintenance = NIGHT_MINUTES / 2 + backup + chance % DAYS_PER_WEEK * MINUTES_PER_DAY;
        values.putIfAbsent(Setting.BACKUP_WINDOW, new DailyWindow(backup, WINDOW_MINUTES).text());
        values.putIfAbsent(Setting.MAINTENANCE_WINDOW, new WeeklyWindow(maintenance, WINDOW_MINUTES).text());
    }

    /** The ARN of the key AWS keeps for a service in this account. */
    static String key(World world, String service) {
        return world.arn("kms", "key/aws-" + service);
    }
}
