package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Page;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code DescribeDBInstances}: one by its identifier, which must exist, or those that match a filter, which may be none. */
final class Descriptions {

    private static final Map<String, Function<DbInstance, String>> FILTERS = Map.of(
            "db-instance-id", DbInstance::id,
            "dbi-resource-id", DbInstance::resourceId,
            "engine", instance -> instance.live().text(Setting.ENGINE),
            "db-cluster-id", instance -> "",
            "domain", instance -> "");

    private Descriptions() {}

    static Map<String, Object> describe(Databases databases, Input input) {
        var found = new TreeMap<>(databases.instances());
        input.string("DBInstanceIdentifier")
                .map(id -> databases.instance(plain(id)))
                .ifPresent(one -> found.values().retainAll(List.of(one)));
        input.list("Filters").forEach(filter -> found.values().removeIf(instance -> !matches(instance, filter)));
        var page = Page.of(found, input);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Marker", page.marker());
        answer.put(
                "DBInstances",
                new XmlList(
                        "DBInstance",
                        page.items().stream()
                                .map(instance -> Answers.instance(databases, instance))
                                .toList()));
        return answer;
    }

    private static boolean matches(DbInstance instance, Input filter) {
        var name = filter.required("Name");
        var value = FILTERS.get(name);
        if (value == null) {
            throw Refusal.value("Unrecognized filter name: " + name);
        }
        return filter.strings("Values").stream()
                .map(Descriptions::plain)
                .anyMatch(wanted -> wanted.equalsIgnoreCase(value.apply(instance)));
    }

    /** An identifier may be given as an ARN. */
    private static String plain(String id) {
        return id.startsWith("arn:") ? id.substring(id.lastIndexOf(':') + 1) : id;
    }
}
