package io.holdfast.aws;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;

/** Free-form JSON members, such as the details of a lifecycle hook. */
final class Documents {
    private Documents() {}

    static Object plain(Document document) {
        if (document.isMap()) {
            Map<String, Object> map = new LinkedHashMap<>();
            document.asMap().forEach((key, member) -> map.put(key, plain(member)));
            return map;
        }
        if (document.isList()) {
            return document.asList().stream().map(Documents::plain).toList();
        }
        if (document.isNumber()) {
            return new BigDecimal(document.asNumber().stringValue());
        }
        return document.isBoolean() ? (Object) document.asBoolean() : document.isNull() ? "null" : document.asString();
    }

    static Document of(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Document> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put(String.valueOf(key), of(member)));
            return Document.fromMap(members);
        }
        if (value instanceof Collection<?> list) {
            List<Document> members = list.stream().map(Documents::of).toList();
            return Document.fromList(members);
        }
        if (value instanceof Number number) {
            return Document.fromNumber(number.toString());
        }
        return value instanceof Boolean truth
                ? Document.fromBoolean(truth)
                : Document.fromString(String.valueOf(value));
    }
}
