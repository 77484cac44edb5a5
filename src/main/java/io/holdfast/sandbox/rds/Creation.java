package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.SubnetGroup;
import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.Locale;
import java.util.Map;

/** {@code CreateDBInstance}: creating, backing up, available. */
final class Creation {

    /** Characters after the prefix, as AWS's own resource ids have. */
    private static final int RESOURCE_ID_LENGTH = 26;

    private Creation() {}

    static Map<String, Object> create(Databases databases, Input input) {
        var id = Identifiers.instance(input.required("DBInstanceIdentifier"));
        var asked = asked(input);
        if (databases.find(id).isPresent()) {
            throw Refusal.exists("DBInstanceAlreadyExists", "DB instance already exists");
        }
        var values = Defaults.over(databases.world(), asked);
        check(databases, asked, values);
        var instance = new DbInstance(id, resourceId(databases), values, Tags.from(input));
        place(databases, instance);
        MasterSecrets.settle(databases, instance, asked);
        databases.instances().put(id, instance);
        begin(databases, instance);
        return Map.of("DBInstance", Answers.instance(databases, instance));
    }

    private static Values<Setting> asked(Input input) {
        input.required("DBInstanceClass");
        var engine = input.required("Engine");
        if (!engine.equals(PostgresVersions.ENGINE)) {
            throw AwsError.notImplemented("CreateDBInstance with Engine " + engine);
        }
        return Requested.toCreate(input);
    }

    private static void check(Databases databases, Values<Setting> asked, Values<Setting> values) {
        CredentialRules.checkNew(asked);
        StorageRules.check(asked, values);
        if (asked.has(Setting.KMS_KEY) && !values.flag(Setting.STORAGE_ENCRYPTED)) {
            throw Refusal.combination("You can't specify KmsKeyId without StorageEncrypted.");
        }
        if (asked.has(Setting.AVAILABILITY_ZONE) && values.flag(Setting.MULTI_AZ)) {
            throw Refusal.combination("Requesting a specific availability zone is not valid for Multi-AZ instances.");
        }
        InstanceRules.check(databases, values);
    }

    private static String resourceId(Databases databases) {
        return "db-" + databases.world().nextHex(RESOURCE_ID_LENGTH).toUpperCase(Locale.ROOT);
    }

    private static void place(Databases databases, DbInstance instance) {
        var values = instance.live();
        var group = databases.subnetGroup(values.text(Setting.SUBNET_GROUP));
        var zone = zone(group, values, databases);
        values.put(Setting.AVAILABILITY_ZONE, zone);
        if (values.flag(Setting.MULTI_AZ)) {
            instance.standBy(Standby.zoneBeside(group, zone));
        }
        if (StorageChange.switchesAutoscalingOff(values, values)) {
            values.remove(Setting.MAX_ALLOCATED_STORAGE);
        }
    }

    private static String zone(SubnetGroup group, Values<Setting> values, Databases databases) {
        var asked = values.text(Setting.AVAILABILITY_ZONE);
        boolean covered =
                group.subnets().stream().anyMatch(subnet -> subnet.zone().equals(asked));
        if (!asked.isEmpty() && !covered) {
            throw AwsError.badRequest(
                    "InvalidVPCNetworkStateFault",
                    "The DB subnet group doesn't cover the availability zone " + asked + ".");
        }
        return asked.isEmpty() ? group.zone(Integer.parseInt(databases.world().nextDigits(1))) : asked;
    }

    private static void begin(Databases databases, DbInstance instance) {
        var takes = instance.live().flag(Setting.MULTI_AZ)
                ? RdsTimes.CREATE.plus(RdsTimes.CREATE_STANDBY)
                : RdsTimes.CREATE;
        instance.work();
        databases.after(takes, instance, () -> {
            instance.created(databases.now());
            databases.log(instance, "creation", "DB instance created");
            Backups.takeFirst(databases, instance, () -> Progress.next(databases, instance));
        });
    }
}
