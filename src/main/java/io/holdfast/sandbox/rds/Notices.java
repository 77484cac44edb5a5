package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.EventLog;
import io.holdfast.sandbox.datastore.Page;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code DescribeEvents} and {@code DescribePendingMaintenanceActions}: what happened and what AWS intends. */
final class Notices {

    private Notices() {}

    static Map<String, Object> events(Databases databases, Input input) {
        var page = databases.events().page(input);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Marker", page.marker());
        answer.put(
                "Events",
                new XmlList(
                        "Event",
                        page.items().stream()
                                .map(event -> event(databases, event))
                                .toList()));
        return answer;
    }

    static Map<String, Object> maintenance(Databases databases, Input input) {
        var found = new TreeMap<>(databases.instances());
        found.values()
                .removeIf(instance -> instance.offeredUpgrade().isEmpty()
                        || !input.string("ResourceIdentifier")
                                .orElse(databases.arn(instance))
                                .equals(databases.arn(instance)));
        var page = Page.of(found, input);
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                "PendingMaintenanceActions",
                new XmlList(
                        "ResourcePendingMaintenanceActions",
                        page.items().stream()
                                .map(instance -> actions(databases, instance))
                                .toList()));
        answer.put("Marker", page.marker());
        return answer;
    }

    private static Map<String, Object> event(Databases databases, EventLog.Event event) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("SourceIdentifier", event.source());
        answer.put("SourceType", event.sourceType());
        answer.put("Message", event.message());
        answer.put("EventCategories", new XmlList("EventCategory", event.categories()));
        answer.put("Date", event.date());
        answer.put("SourceArn", databases.world().arn("rds", "db:" + event.source()));
        return answer;
    }

    private static Map<String, Object> actions(Databases databases, DbInstance instance) {
        var upgrade = instance.offeredUpgrade().orElseThrow();
        var action = new LinkedHashMap<String, Object>();
        action.put("Action", "db-upgrade");
        action.put("AutoAppliedAfterDate", upgrade.at());
        action.put("CurrentApplyDate", upgrade.at());
        action.put("Description", "Automatic minor version upgrade to postgres " + upgrade.version());
        return Map.of(
                "ResourceIdentifier",
                databases.arn(instance),
                "PendingMaintenanceActionDetails",
                new XmlList("PendingMaintenanceAction", List.of(action)));
    }
}
