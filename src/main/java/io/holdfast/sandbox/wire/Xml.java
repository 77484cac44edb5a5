package io.holdfast.sandbox.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an answer as the Query protocol's XML. */
final class Xml {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] write(String root, String namespace, Map<String, Object> members) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement(root);
            out.writeDefaultNamespace(namespace);
            new Xml(out).structure(members);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("in-memory XML cannot fail", broken);
        }
        return bytes.toByteArray();
    }

    private void structure(Map<?, ?> members) throws XMLStreamException {
        for (var member : members.entrySet()) {
            if (member.getValue() != null) {
                element(member.getKey().toString(), member.getValue());
            }
        }
    }

    private void element(String name, Object value) throws XMLStreamException {
        out.writeStartElement(name);
        if (value instanceof Map<?, ?> map) {
            structure(map);
        } else if (value instanceof XmlList list) {
            items(list.item(), list.values());
        } else if (value instanceof List<?> list) {
            items("member", list);
        } else {
            out.writeCharacters(text(value));
        }
        out.writeEndElement();
    }

    private void items(String item, List<?> values) throws XMLStreamException {
        for (var value : values) {
            element(item, value);
        }
    }

    private static String text(Object value) {
        return value instanceof Instant time
                ? time.truncatedTo(ChronoUnit.MILLIS).toString()
                : value.toString();
    }
}
