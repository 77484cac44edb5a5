package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Page;
import io.holdfast.sandbox.datastore.SubnetGroup;
import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** DB subnet groups and DB parameter groups: create and describe. */
final class Groups {

    private static final int FEWEST_ZONES = 2;

    private Groups() {}

    static Map<String, Object> createSubnetGroup(Databases databases, Input input) {
        var name = Identifiers.group("DBSubnetGroupName", input.required("DBSubnetGroupName"));
        if (databases.subnetGroups().containsKey(name)) {
            throw Refusal.exists("DBSubnetGroupAlreadyExists", "The DB subnet group '" + name + "' already exists.");
        }
        var group = SubnetGroup.over(
                input.strings("SubnetIds"),
                databases.world().region(),
                name,
                input.required("DBSubnetGroupDescription"));
        if (group.subnets().stream().map(SubnetGroup.Subnet::zone).distinct().count() < FEWEST_ZONES) {
            throw Refusal.exists(
                    "DBSubnetGroupDoesNotCoverEnoughAZs",
                    "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Add subnets to cover at least 2 AZs.");
        }
        databases.subnetGroups().put(name, group);
        databases.tags().put(databases.world().arn("rds", "subgrp:" + name), Tags.from(input));
        return Map.of("DBSubnetGroup", GroupAnswers.subnetGroup(databases, group));
    }

    static Map<String, Object> describeSubnetGroups(Databases databases, Input input) {
        var all = new TreeMap<>(databases.subnetGroups());
        input.string("DBSubnetGroupName")
                .map(databases::subnetGroup)
                .ifPresent(one -> all.values().retainAll(List.of(one)));
        return page(all, input, "DBSubnetGroups", "DBSubnetGroup", group -> GroupAnswers.subnetGroup(databases, group));
    }

    static Map<String, Object> createParameterGroup(Databases databases, Input input) {
        var name = Identifiers.group("DBParameterGroupName", input.required("DBParameterGroupName"));
        var family = input.required("DBParameterGroupFamily");
        if (databases.parameterGroups().containsKey(name)) {
            throw Refusal.exists("DBParameterGroupAlreadyExists", "Parameter group " + name + " already exists");
        }
        if (PostgresVersions.families().noneMatch(family::equals)) {
            throw Refusal.value("ParameterGroupFamily " + family + " is not a valid parameter group family");
        }
        var group = new ParameterGroup(name, family, input.required("Description"));
        databases.parameterGroups().put(name, group);
        databases.tags().put(databases.world().arn("rds", "pg:" + name), Tags.from(input));
        return Map.of("DBParameterGroup", GroupAnswers.parameterGroup(databases, group));
    }

    static Map<String, Object> describeParameterGroups(Databases databases, Input input) {
        var all = new TreeMap<>(databases.parameterGroups());
        input.string("DBParameterGroupName")
                .map(databases::parameterGroup)
                .ifPresent(one -> all.values().retainAll(List.of(one)));
        return page(
                all,
                input,
                "DBParameterGroups",
                "DBParameterGroup",
                group -> GroupAnswers.parameterGroup(databases, group));
    }

    private static <T> Map<String, Object> page(
            SortedMap<String, T> all, Input input, String list, String item, Function<T, Map<String, Object>> answer) {
        var page = Page.of(all, input);
        var answers = new LinkedHashMap<String, Object>();
        answers.put("Marker", page.marker());
        answers.put(list, new XmlList(item, page.items().stream().map(answer).toList()));
        return answers;
    }
}
