package io.holdfast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that we manage of a kind, row by row: where a reader learns what counts as equal and what a change costs.
 *
 * @param <S> the state record
 */
public final class FieldTable<S> {
    private final List<Row<S>> rows;

    private FieldTable(List<Row<S>> rows) {
        this.rows = List.copyOf(rows);
    }

    /** A table whose rows are changed by one call unless they name another, such as {@code ecs:UpdateService}. */
    public static <S> Builder<S> changedBy(String call) {
        return new Builder<>(call);
    }

    /** Every declared field beside what is live, in table order. A field the YAML leaves out is not among them. */
    public List<Cell> cells(S desired, Optional<S> live) {
        return cells("", desired, live).toList();
    }

    /** The fields in which live is not as declared. */
    public List<Difference> differences(S desired, S live) {
        return cells("", desired, Optional.of(live))
                .filter(cell -> !cell.isMet())
                .map(Cell::difference)
                .toList();
    }

    /** Field path to value in normal form, for every field the state has; a value that may be secret as a digest. */
    public SortedMap<String, Object> values(S state) {
        var values = new TreeMap<String, Object>();
        values("", state, (path, value) -> values.put(path, value));
        return values;
    }

    /** The maps a declaration has the whole of: what others put there is a difference. */
    public List<String> owned(S desired) {
        return owned("", desired).map(FieldTable::trimmed).toList();
    }

    /** One short name for all a declaration asks for. */
    public String digest(S state) {
        return Digest.of(Normal.text(values(state)));
    }

    /** The call that changes a top-level field of this name; empty for a name the table does not know. */
    public String call(String path) {
        return rows.stream().flatMap(row -> row.call(path).stream()).findFirst().orElse("");
    }

    /** Every path the table covers, {@code *} for the keys of a map. */
    public List<String> paths() {
        return paths("").toList();
    }

    /** What changes cost, by every path the table covers, a member that comes or goes included; in table order. */
    public List<Cost> costs() {
        return costs("").distinct().toList();
    }

    Stream<Cell> cells(String prefix, S desired, Optional<S> live) {
        return rows.stream().flatMap(row -> row.cells(prefix, desired, live)).map(FieldTable::trimmed);
    }

    void values(String prefix, S state, BiConsumer<String, Object> values) {
        rows.forEach(row -> row.values(prefix, state, (path, value) -> values.accept(trimmed(path), value)));
    }

    Stream<String> owned(String prefix, S desired) {
        return rows.stream().flatMap(row -> row.owned(prefix, desired));
    }

    Stream<String> paths(String prefix) {
        return rows.stream().flatMap(row -> row.paths(prefix)).map(FieldTable::trimmed);
    }

    Stream<Cost> costs(String prefix) {
        return rows.stream()
                .flatMap(row -> row.costs(prefix))
                .map(it -> new Cost(trimmed(it.path()), it.worst(), it.varies(), it.call()));
    }

    /** The entry of a text map has no name of its own: {@code environment.NODE_ENV.} is {@code environment.NODE_ENV}. */
    private static String trimmed(String path) {
        return path.endsWith(".") ? path.substring(0, path.length() - 1) : path;
    }

    private static Cell trimmed(Cell cell) {
        return cell.path().endsWith(".")
                ? new Cell(
                        trimmed(cell.path()),
                        cell.desired(),
                        cell.live(),
                        cell.rule(),
                        cell.impact(),
                        cell.call(),
                        cell.hidden())
                : cell;
    }

    /** Puts a table together, row by row. */
    public static final class Builder<S> {
        private final String call;
        private final List<Row<S>> rows = new ArrayList<>();

        private Builder(String call) {
            this.call = call;
        }

        /** One value; rows that name no call of their own get the table's. */
        public Builder<S> row(Field<S> field) {
            rows.add(new Row.One<>(field.call().isEmpty() ? field.by(call) : field));
            return this;
        }

        /** A record inside the record. */
        public <N> Builder<S> group(String path, Function<S, Optional<N>> get, FieldTable<N> inner) {
            rows.add(new Row.Group<>(path, get, inner));
            return this;
        }

        /** A map of records, the whole of which is ours once it is declared. */
        public <N> Builder<S> members(
                String path, Function<S, Optional<Map<String, N>>> get, FieldTable<N> inner, Impact impact) {
            rows.add(new Row.Members<>(path, get, inner, impact, call, false, false));
            return this;
        }

        /** A map of texts, the whole of which is ours once it is declared. */
        public Builder<S> entries(String path, Function<S, Optional<Map<String, String>>> get, Impact impact) {
            return texts(path, get, impact, call, false, false);
        }

        /** A map of texts that may be secrets: compared, never shown. */
        public Builder<S> hiddenEntries(String path, Function<S, Optional<Map<String, String>>> get, Impact impact) {
            return texts(path, get, impact, call, false, true);
        }

        /** A map of texts others write to as well, such as tags: only the declared keys are ours. */
        public Builder<S> sharedEntries(String path, Function<S, Optional<Map<String, String>>> get, String by) {
            return texts(path, get, Impact.IN_PLACE, by, true, false);
        }

        private Builder<S> texts(
                String path,
                Function<S, Optional<Map<String, String>>> get,
                Impact impact,
                String by,
                boolean shared,
                boolean hidden) {
            FieldTable<String> entry = new FieldTable<>(List.of(new Row.One<>(Field.entry(impact, by, hidden))));
            rows.add(new Row.Members<>(path, get, entry, impact, by, shared, hidden));
            return this;
        }

        public FieldTable<S> build() {
            return new FieldTable<>(rows);
        }
    }
}
