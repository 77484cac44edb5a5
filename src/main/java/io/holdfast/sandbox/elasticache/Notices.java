package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.EventLog;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code DescribeEvents}: the only place that says why a change was undone. */
final class Notices {

    private Notices() {}

    static Map<String, Object> events(Caches caches, Input input) {
        var page = caches.events().page(input);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Marker", page.marker());
        answer.put(
                "Events",
                new XmlList("Event", page.items().stream().map(Notices::event).toList()));
        return answer;
    }

    private static Map<String, Object> event(EventLog.Event event) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("SourceIdentifier", event.source());
        answer.put("SourceType", event.sourceType());
        answer.put("Message", event.message());
        answer.put("Date", event.date());
        return answer;
    }
}
