package io.holdfast.desired.slot;

import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;
import static io.holdfast.desired.finding.Code.SEMANTIC;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.form.Bounds;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names authors choose. They are our identity of a resource, so they are plain ASCII: two names that look alike
 * are alike, and a dot is free to join them.
 */
final class LogicalName {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

    private static final String ALLOWED = "1 to 63 letters (a-z), digits, hyphens and underscores";

    private LogicalName() {}

    static Form.Text form() {
        return new Form.Text(Bounds.NONE, List.of(new Form.Rule(FORM.pattern(), ALLOWED)));
    }

    /** The entries whose names can be used; the others are told. */
    static List<Entry> wellFormed(Mapping mapping, String path, Consumer<Finding> findings) {
        List<Entry> good = new ArrayList<>();
        Map<String, Entry> seen = new HashMap<>();
        for (Entry entry : mapping.entries().values()) {
            String name = entry.key().text();
            Entry twin = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), entry);
            if (!FORM.matcher(name).matches()) {
                findings.accept(Finding.of(SCHEMA_TYPE, entry.key().at(), path, "not a name")
                        .found(codePoints(name))
                        .allowed(ALLOWED));
            } else if (twin != null) {
                String where = "the other is in line " + twin.key().at().line();
                findings.accept(
                        Finding.of(SEMANTIC, entry.key().at(), path, "two names that differ in capitals only; " + where)
                                .found(name));
            } else {
                good.add(entry);
            }
        }
        return good;
    }

    /** The name, with what does not belong there as code points: it may look just like what does. */
    private static String codePoints(String name) {
        return name.codePoints()
                .mapToObj(c -> c > ' ' && c < 0x7F ? Character.toString(c) : "<U+%04X>".formatted(c))
                .collect(Collectors.joining());
    }
}
