package io.holdfast.export;

import io.holdfast.desired.finding.Discretion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the plain secrets in what AWS shows, by the same signs by which the reader of desired states refuses them. */
final class Secrets {
    private static final String ENVIRONMENT = "environment";

    private Secrets() {}

    /** The paths of the values that may be secret; never the values. */
    static List<String> in(Record state) {
        List<String> paths = new ArrayList<>();
        look(state, "", "", false, paths);
        return paths;
    }

    /** @param free whether the names are somebody's own: inside an environment */
    private static void look(Object value, String path, String name, boolean free, List<String> paths) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(it -> look(it, path, name, free, paths));
        } else if (value instanceof Record || value instanceof Map) {
            boolean isFree = !free && name.equals(ENVIRONMENT);
            Parts.members(value)
                    .forEach((key, it) -> look(it, path.isEmpty() ? key : path + "." + key, key, isFree, paths));
        } else if (value instanceof List<?> list) {
            list.forEach(it -> look(it, path, name, free, paths));
        } else if (value instanceof String text && Discretion.isPlainSecret(name, text, free)) {
            paths.add(path);
        }
    }
}
