package io.holdfast.export;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Difference;
import io.holdfast.model.FieldTable;
import io.holdfast.model.Kind;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Leaves out of a declaration what makes no difference: a default, or what the kind fills in by itself.
 *
 * @param id what the resource is called
 * @param key its AWS name, which the declaration must go on leading to
 * @param live what AWS shows
 * @param references the others, by their names
 */
record Lean<S>(ResourceId id, Kind<S> kind, String key, S live, References references) {
    Lean {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(key, "key");
        requireNonNull(live, "live");
        requireNonNull(references, "references");
    }

    /** The declaration less all that goes without saying. */
    S of(S declared) {
        S lean = declared;
        for (Part part : Parts.of((Record) declared)) {
            lean = tried(lean, part).orElse(lean);
        }
        return lean;
    }

    /** Whether a declaration is about this very resource. */
    boolean leadsThere(S declared) {
        return kind.key(resolved(declared)).equals(key);
    }

    /** Where live would differ from a declaration at once. */
    List<Difference> drift(S declared) {
        return kind.fields().differences(resolved(declared), live);
    }

    private Optional<S> tried(S declared, Part part) {
        Optional<Object> before = Parts.value(declared, part);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        S less = Parts.without(declared, part);
        S now = resolved(less);
        boolean isFilledIn = Parts.value(now, part).equals(before);
        boolean saysTheSame = kind.key(now).equals(key)
                && table().differences(resolved(declared), now).isEmpty()
                && table().differences(now, live).isEmpty();
        return Optional.of(less).filter(it -> saysTheSame && (isFilledIn || isCompared(part)));
    }

    /** What no row compares could be lost without anybody noticing. */
    private boolean isCompared(Part part) {
        return table().paths().stream().anyMatch(row -> covers(row, part.path()));
    }

    /** Whether one leads to the other; a star in a row is one key of a map. */
    private static boolean covers(String row, String path) {
        List<String> rows = List.of(row.split("\\.", -1));
        List<String> parts = List.of(path.split("\\.", -1));
        return IntStream.range(0, Math.min(rows.size(), parts.size()))
                .allMatch(i -> rows.get(i).equals("*") || rows.get(i).equals(parts.get(i)));
    }

    private S resolved(S declared) {
        return kind.resolve(id, declared, references);
    }

    private FieldTable<S> table() {
        return kind.fields();
    }
}
