package io.holdfast.sandbox.rds;

import static java.util.Map.entry;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.Service;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.util.Map;

/** RDS, as far as DB instances go (API version 2014-10-31). It keeps everything in the world of the call. */
public final class Rds implements Service {

    /** The name requests for it are signed with. */
    public static final String NAME = "rds";

    private static final Map<String, Operation> OPERATIONS = Map.ofEntries(
            entry("CreateDBInstance", Creation::create),
            entry("DescribeDBInstances", Descriptions::describe),
            entry("ModifyDBInstance", Modification::modify),
            entry("DeleteDBInstance", Deletion::delete),
            entry("RebootDBInstance", Power::reboot),
            entry("StartDBInstance", Power::start),
            entry("StopDBInstance", Power::stop),
            entry("CreateDBSnapshot", Snapshots::create),
            entry("DescribeDBSnapshots", Snapshots::describe),
            entry("AddTagsToResource", Tagging::add),
            entry("RemoveTagsFromResource", Tagging::remove),
            entry("ListTagsForResource", Tagging::list),
            entry("DescribeDBEngineVersions", Catalog::engineVersions),
            entry("DescribeOrderableDBInstanceOptions", StorageOptions::orderable),
            entry("DescribeValidDBInstanceModifications", StorageOptions::validModifications),
            entry("DescribePendingMaintenanceActions", Notices::maintenance),
            entry("DescribeEvents", Notices::events),
            entry("CreateDBSubnetGroup", Groups::createSubnetGroup),
            entry("DescribeDBSubnetGroups", Groups::describeSubnetGroups),
            entry("CreateDBParameterGroup", Groups::createParameterGroup),
            entry("DescribeDBParameterGroups", Groups::describeParameterGroups));

    @Override
    public Map<String, Object> call(Call call) {
        var operation = OPERATIONS.get(call.operation());
        if (operation == null) {
            throw AwsError.notImplemented(call.operation());
        }
        return operation.answer(Databases.of(call.world()), call.input());
    }

    @FunctionalInterface
    private interface Operation {
        Map<String, Object> answer(Databases databases, Input input);
    }
}
