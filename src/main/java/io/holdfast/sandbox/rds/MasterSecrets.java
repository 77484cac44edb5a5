package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Values;
import java.util.UUID;

/** Keeps the managed master password's secret. A password itself is checked and then forgotten. */
final class MasterSecrets {

    private MasterSecrets() {}

    /** Makes or drops the secret as asked, and takes everything secret out of the instance's values. */
    static void settle(Databases databases, DbInstance instance, Values<Setting> asked) {
        if (asked.has(Setting.MANAGED_PASSWORD) && !asked.flag(Setting.MANAGED_PASSWORD)) {
            instance.dropSecret();
        } else if (asked.flag(Setting.MANAGED_PASSWORD) && instance.secret().isEmpty()) {
            create(databases, instance, asked.text(Setting.SECRET_KEY));
        }
        instance.live().remove(Setting.MASTER_PASSWORD);
        instance.live().remove(Setting.MANAGED_PASSWORD);
        instance.live().remove(Setting.SECRET_KEY);
    }

    private static void create(Databases databases, DbInstance instance, String key) {
        var world = databases.world();
        var name = "rds!db-" + uuid(world.nextHex(32)) + "-" + world.nextHex(6);
        instance.keepSecret(MasterSecret.creating(
                world.arn("secretsmanager", "secret:" + name),
                key.isEmpty() ? Defaults.key(world, "secretsmanager") : key));
        databases.after(
                RdsTimes.SECRET,
                instance,
                () -> instance.secret().map(MasterSecret::activated).ifPresent(instance::keepSecret));
    }

    private static String uuid(String hex) {
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16)).toString();
    }
}
