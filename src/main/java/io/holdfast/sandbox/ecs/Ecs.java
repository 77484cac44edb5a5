package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.Service;
import io.holdfast.sandbox.wire.AwsError;
import java.util.Map;
import java.util.function.Function;

/** Amazon ECS: what it can be asked, and who answers. */
public final class Ecs implements Service {

    /** The signing name. */
    public static final String NAME = "ecs";

    private static final Map<String, Function<Call, Map<String, Object>>> OPERATIONS = Map.ofEntries(
            Map.entry("CreateCluster", Clusters::create),
            Map.entry("DescribeClusters", Clusters::describe),
            Map.entry("ListClusters", Clusters::list),
            Map.entry("UpdateCluster", Clusters::update),
            Map.entry("UpdateClusterSettings", Clusters::update),
            Map.entry("DeleteCluster", Clusters::delete),
            Map.entry("PutClusterCapacityProviders", CapacityProviders::put),
            Map.entry("DescribeCapacityProviders", CapacityProviders::describe),
            Map.entry("RegisterTaskDefinition", TaskDefinitions::register),
            Map.entry("DescribeTaskDefinition", TaskDefinitions::describe),
            Map.entry("ListTaskDefinitions", TaskDefinitions::list),
            Map.entry("DeregisterTaskDefinition", TaskDefinitions::deregister),
            Map.entry("DeleteTaskDefinitions", TaskDefinitions::delete),
            Map.entry("CreateService", ServiceCreation::create),
            Map.entry("UpdateService", ServiceUpdate::update),
            Map.entry("DescribeServices", Services::describe),
            Map.entry("ListServices", Services::list),
            Map.entry("DeleteService", Services::delete),
            Map.entry("ListServiceDeployments", ServiceDeployments::list),
            Map.entry("DescribeServiceDeployments", ServiceDeployments::describe),
            Map.entry("DescribeServiceRevisions", ServiceDeployments::describeRevisions),
            Map.entry("StopServiceDeployment", ServiceDeployments::stop),
            Map.entry("ListTasks", Tasks::list),
            Map.entry("DescribeTasks", Tasks::describe),
            Map.entry("StopTask", Tasks::stop),
            Map.entry("TagResource", Tags::tag),
            Map.entry("UntagResource", Tags::untag),
            Map.entry("ListTagsForResource", Tags::list),
            Map.entry("PutAccountSetting", AccountSettings::put),
            Map.entry("PutAccountSettingDefault", AccountSettings::put),
            Map.entry("ListAccountSettings", AccountSettings::list));

    @Override
    public Map<String, Object> call(Call call) {
        var operation = OPERATIONS.get(call.operation());
        if (operation == null) {
            throw AwsError.notImplemented(call.operation());
        }
        return operation.apply(call);
    }
}
