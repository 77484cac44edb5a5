package io.holdfast.model;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A row of a {@link FieldTable}: a field, a group of fields, or a map of them. */
interface Row<S> {
    /** The declared fields of this row, each beside what is live; nothing where the YAML is silent. */
    Stream<Cell> cells(String prefix, S desired, Optional<S> live);

    /** The fields of this row that a state has a value for, in normal form; a value that may be secret as a digest. */
    void values(String prefix, S state, BiConsumer<String, Object> values);

    /** The maps of this row that a declaration has the whole of. */
    default Stream<String> owned(String prefix, S desired) {
        return Stream.empty();
    }

    /** The paths this row covers, {@code *} for the keys of a map. */
    Stream<String> paths(String prefix);

    /** What changes of this row cost. */
    Stream<Cost> costs(String prefix);

    /** The call that changes the field of this name, if this row is that field. */
    default Optional<String> call(String path) {
        return Optional.empty();
    }

    /** One value. */
    record One<S>(Field<S> field) implements Row<S> {
        @Override
        public Stream<Cell> cells(String prefix, S desired, Optional<S> live) {
            return field.in(desired).stream().map(value -> cell(prefix, value, live.flatMap(field::in)));
        }

        private Cell cell(String prefix, Object desired, Optional<Object> live) {
            return new Cell(
                    prefix + field.path(),
                    Optional.of(desired),
                    live,
                    field.rule(),
                    field.impact(desired, live),
                    field.call(desired, live),
                    field.isHidden());
        }

        @Override
        public void values(String prefix, S state, BiConsumer<String, Object> values) {
            String path = prefix + field.path();
            field.in(state)
                    .ifPresent(value ->
                            values.accept(path, field.isHidden() ? Digest.of(path + "=" + Normal.text(value)) : value));
        }

        @Override
        public Stream<String> paths(String prefix) {
            return Stream.of(prefix + field.path());
        }

        @Override
        public Stream<Cost> costs(String prefix) {
            return Stream.of(field.cost(prefix));
        }

        @Override
        public Optional<String> call(String path) {
            return field.path().equals(path) ? Optional.of(field.call()) : Optional.empty();
        }
    }

    /** A record inside the record: what it leaves out is unmanaged, as everywhere. */
    record Group<S, N>(String path, java.util.function.Function<S, Optional<N>> get, FieldTable<N> inner)
            implements Row<S> {
        @Override
        public Stream<Cell> cells(String prefix, S desired, Optional<S> live) {
            return get.apply(desired).stream().flatMap(it -> inner.cells(prefix + path + ".", it, live.flatMap(get)));
        }

        @Override
        public void values(String prefix, S state, BiConsumer<String, Object> values) {
            get.apply(state).ifPresent(it -> inner.values(prefix + path + ".", it, values));
        }

        @Override
        public Stream<String> owned(String prefix, S desired) {
            return get.apply(desired).stream().flatMap(it -> inner.owned(prefix + path + ".", it));
        }

        @Override
        public Stream<String> paths(String prefix) {
            return inner.paths(prefix + path + ".");
        }

        @Override
        public Stream<Cost> costs(String prefix) {
            return inner.costs(prefix + path + ".");
        }
    }

    /**
     * A map of records. Once declared, the whole of it is ours and a member that is only live is a difference;
     * unless {@code shared}, as with tags, where other people's keys are none of our business.
     */
    record Members<S, N>(
            String path,
            java.util.function.Function<S, Optional<Map<String, N>>> get,
            FieldTable<N> inner,
            Impact impact,
            String call,
            boolean shared,
            boolean hidden)
            implements Row<S> {
        @Override
        public Stream<Cell> cells(String prefix, S desired, Optional<S> live) {
            return get.apply(desired).stream()
                    .flatMap(declared -> members(
                            prefix + path + ".", declared, live.flatMap(get).orElse(Map.of())));
        }

        private Stream<Cell> members(String prefix, Map<String, N> declared, Map<String, N> live) {
            Stream<Cell> ours = declared.keySet().stream().sorted().flatMap(key -> {
                String at = prefix + key;
                N asked = declared.get(key);
                return live.containsKey(key)
                        ? inner.cells(at + ".", asked, Optional.of(live.get(key)))
                        : Stream.of(whole(at, Optional.of(asked), Optional.empty()));
            });
            Stream<Cell> extra = live.keySet().stream()
                    .filter(key -> !shared && !declared.containsKey(key))
                    .sorted()
                    .map(key -> whole(prefix + key, Optional.empty(), Optional.of(live.get(key))));
            return Stream.concat(ours, extra);
        }

        private Cell whole(String at, Optional<N> desired, Optional<N> live) {
            return new Cell(
                    at, desired.map(this::summary), live.map(this::summary), Comparison.exact(), impact, call, hidden);
        }

        private Object summary(N member) {
            Map<String, Object> values = inner.values(member);
            return values.size() == 1 && values.containsKey("") ? values.get("") : Normal.of(values);
        }

        @Override
        public void values(String prefix, S state, BiConsumer<String, Object> values) {
            get.apply(state)
                    .ifPresent(map -> map.forEach(
                            (key, member) -> inner.values(prefix + path + "." + key + ".", member, values)));
        }

        @Override
        public Stream<String> owned(String prefix, S desired) {
            return get.apply(desired).stream()
                    .flatMap(map -> Stream.concat(
                            shared ? Stream.empty() : Stream.of(prefix + path),
                            map.entrySet().stream()
                                    .flatMap(it ->
                                            inner.owned(prefix + path + "." + it.getKey() + ".", it.getValue()))));
        }

        @Override
        public Stream<String> paths(String prefix) {
            return inner.paths(prefix + path + ".*.");
        }

        @Override
        public Stream<Cost> costs(String prefix) {
            String member = prefix + path + ".*";
            return Stream.concat(Stream.of(new Cost(member, impact, false, call)), inner.costs(member + "."));
        }
    }
}
