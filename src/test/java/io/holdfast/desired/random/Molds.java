package io.holdfast.desired.random;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** Values that go together, from {@code molds.yaml}. */
final class Molds {
    private static final Map<String, Map<String, List<Object>>> ALL = read();

    private Molds() {}

    /** Puts what goes together into a map that chance has filled for a record. */
    static void press(Class<?> record, Map<String, Object> map, Random random) {
        Map<String, List<Object>> mold = ALL.get(record.getSimpleName());
        if (mold != null) {
            List<Object> oneOf = mold.get("oneOf");
            if (oneOf.get(random.nextInt(oneOf.size())) instanceof Map<?, ?> chosen) {
                map.keySet().removeAll(mold.get("owns"));
                chosen.forEach((key, value) -> map.put((String) key, copy(value)));
            }
        }
    }

    /** Whoever puts an environment right takes things out of it. */
    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(key, copy(inner)));
            return copy;
        }
        return value instanceof List<?> list
                ? list.stream().map(Molds::copy).collect(Collectors.toCollection(ArrayList::new))
                : value;
    }

    private static Map<String, Map<String, List<Object>>> read() {
        try (InputStream file = Molds.class.getResourceAsStream("molds.yaml")) {
            return new Yaml().load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
