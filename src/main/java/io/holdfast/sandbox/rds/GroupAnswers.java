package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.SubnetGroup;
import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Subnet groups and parameter groups in the words of the wire. */
final class GroupAnswers {

    private GroupAnswers() {}

    static Map<String, Object> subnetGroup(Databases databases, SubnetGroup group) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("DBSubnetGroupName", group.name());
        answer.put("DBSubnetGroupDescription", group.description());
        answer.put("VpcId", group.vpc());
        answer.put("SubnetGroupStatus", "Complete");
        answer.put(
                "Subnets",
                new XmlList(
                        "Subnet",
                        group.subnets().stream().map(GroupAnswers::subnet).toList()));
        answer.put("DBSubnetGroupArn", databases.world().arn("rds", "subgrp:" + group.name()));
        answer.put("SupportedNetworkTypes", List.of("IPV4"));
        return answer;
    }

    static Map<String, Object> parameterGroup(Databases databases, ParameterGroup group) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("DBParameterGroupName", group.name());
        answer.put("DBParameterGroupFamily", group.family());
        answer.put("Description", group.description());
        answer.put("DBParameterGroupArn", databases.world().arn("rds", "pg:" + group.name()));
        return answer;
    }

    private static Map<String, Object> subnet(SubnetGroup.Subnet subnet) {
        return Map.of(
                "SubnetIdentifier", subnet.id(),
                "SubnetAvailabilityZone", Map.of("Name", subnet.zone()),
                "SubnetStatus", "Active");
    }
}
