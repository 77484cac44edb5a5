package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.Page;
import io.holdfast.sandbox.datastore.SubnetGroup;
import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Cache subnet groups and cache parameter groups: create and describe. */
final class Groups {

    private Groups() {}

    static Map<String, Object> createSubnetGroup(Caches caches, Input input) {
        var name = Identifiers.other("CacheSubnetGroupName", input.required("CacheSubnetGroupName"));
        if (caches.subnetGroups().containsKey(name)) {
            throw Refusal.exists("CacheSubnetGroupAlreadyExists", "Cache subnet group " + name + " already exists.");
        }
        var ids = input.strings("SubnetIds");
        if (ids.isEmpty()) {
            throw Refusal.exists("InvalidSubnet", "At least one subnet must be given.");
        }
        var group = SubnetGroup.over(ids, caches.world().region(), name, input.required("CacheSubnetGroupDescription"));
        caches.subnetGroups().put(name, group);
        caches.tags().put(arn(caches, "subnetgroup", name), Tags.from(input));
        return Map.of("CacheSubnetGroup", answer(caches, group));
    }

    static Map<String, Object> describeSubnetGroups(Caches caches, Input input) {
        var found = new TreeMap<>(caches.subnetGroups());
        input.string("CacheSubnetGroupName")
                .map(caches::subnetGroup)
                .ifPresent(one -> found.values().retainAll(List.of(one)));
        return page(found, input, "CacheSubnetGroups", "CacheSubnetGroup", group -> answer(caches, group));
    }

    static Map<String, Object> createParameterGroup(Caches caches, Input input) {
        var name = Identifiers.other("CacheParameterGroupName", input.required("CacheParameterGroupName"));
        var family = input.required("CacheParameterGroupFamily");
        if (caches.parameterGroups().containsKey(name)) {
            throw Refusal.exists(
                    "CacheParameterGroupAlreadyExists", "Cache parameter group " + name + " already exists.");
        }
        if (EngineVersion.all().stream().noneMatch(version -> version.family().equals(family))) {
            throw Refusal.value("CacheParameterGroupFamily " + family + " is not a valid parameter group family.");
        }
        var group = new ParameterGroup(name, family, input.required("Description"), Optional.empty());
        caches.parameterGroups().put(name, group);
        caches.tags().put(arn(caches, "parametergroup", name), Tags.from(input));
        return Map.of("CacheParameterGroup", answer(caches, group));
    }

    static Map<String, Object> describeParameterGroups(Caches caches, Input input) {
        var found = new TreeMap<>(caches.parameterGroups());
        input.string("CacheParameterGroupName")
                .map(caches::parameterGroup)
                .ifPresent(one -> found.values().retainAll(List.of(one)));
        return page(found, input, "CacheParameterGroups", "CacheParameterGroup", group -> answer(caches, group));
    }

    private static <T> Map<String, Object> page(
            SortedMap<String, T> all, Input input, String list, String item, Function<T, Map<String, Object>> answer) {
        var page = Page.of(all, input);
        var answers = new LinkedHashMap<String, Object>();
        answers.put("Marker", page.marker());
        answers.put(list, new XmlList(item, page.items().stream().map(answer).toList()));
        return answers;
    }

    private static Map<String, Object> answer(Caches caches, SubnetGroup group) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("CacheSubnetGroupName", group.name());
        answer.put("CacheSubnetGroupDescription", group.description());
        answer.put("VpcId", group.vpc());
        answer.put(
                "Subnets",
                new XmlList(
                        "Subnet",
                        group.subnets().stream()
                                .map(subnet -> Map.of(
                                        "SubnetIdentifier",
                                        subnet.id(),
                                        "SubnetAvailabilityZone",
                                        Map.of("Name", subnet.zone())))
                                .toList()));
        answer.put("ARN", arn(caches, "subnetgroup", group.name()));
        answer.put("SupportedNetworkTypes", List.of("ipv4"));
        return answer;
    }

    private static Map<String, Object> answer(Caches caches, ParameterGroup group) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("CacheParameterGroupName", group.name());
        answer.put("CacheParameterGroupFamily", group.family());
        answer.put("Description", group.description());
        answer.put("IsGlobal", false);
        answer.put("ARN", arn(caches, "parametergroup", group.name()));
        return answer;
    }

    private static String arn(Caches caches, String kind, String name) {
        return caches.world().arn("elasticache", kind + ":" + name);
    }
}
