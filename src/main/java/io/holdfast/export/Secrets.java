package io.holdfast.export;

import io.holdfast.desired.finding.Discretion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the plain secrets in what AWS shows, by the same signs by which the reader of desired states refuses them. */
final class Secrets {
    private Secrets() {}

    /** The paths of the values that may be secret; never the values. */
    static List<String> in(Record state) {
        List<String> paths = new ArrayList<>();
        look(state, "", "", "", paths);
        return paths;
    }

    /** @param map the key of the map the value stands in */
    private static void look(Object value, String path, String map, String name, List<String> paths) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(it -> look(it, path, map, name, paths));
        } else if (value instanceof Record || value instanceof Map) {
            Parts.members(value)
                    .forEach((key, it) -> look(it, path.isEmpty() ? key : path + "." + key, name, key, paths));
        } else if (value instanceof List<?> list) {
            list.forEach(it -> look(it, path, map, name, paths));
        } else if (value instanceof String text && Discretion.isPlainSecret(map, name, text)) {
            paths.add(path);
        }
    }
}
