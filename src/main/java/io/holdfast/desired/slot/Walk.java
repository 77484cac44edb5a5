package io.holdfast.desired.slot;

import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;
import static io.holdfast.desired.finding.Code.SCHEMA_UNKNOWN;

import io.holdfast.desired.bind.Binder;
import io.holdfast.desired.bind.Bound;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.slot.SlotTree.Tenant;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.model.Declared;
import io.holdfast.model.Origin;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Terms;
import io.holdfast.model.policy.Lineage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One trip through an environment's tree and the tree of slots, side by side. */
final class Walk {
    static final Binder<Beside> BESIDE = Binder.of(Beside.class);

    private final String environment;
    private final Consumer<Finding> findings;
    private final List<Declared<?>> resources = new ArrayList<>();
    private final SortedSet<ResourceId> named = new TreeSet<>();

    /**
     * How the walk came here.
     *
     * @param names the author's names on the way
     * @param around the terms of the resource whose declaration this stands in
     */
    private record Way(List<String> names, Optional<Terms> around) {
        static Way start() {
            return new Way(List.of(), Optional.empty());
        }

        Way past(String name) {
            return new Way(joined(names, name), around);
        }

        Way into(Terms terms) {
            return new Way(names, Optional.of(terms));
        }
    }

    Walk(String environment, Consumer<Finding> findings) {
        this.environment = environment;
        this.findings = findings;
    }

    Spec through(SlotTree slots, Entry spec) {
        if (spec.value() instanceof Mapping mapping) {
            enter(slots, mapping, "spec", Way.start());
        }
        return new Spec(resources, named);
    }

    private void walk(SlotTree slot, Entry entry, String path, Way way) {
        if (!(entry.value() instanceof Mapping mapping)) {
            findings.accept(Finding.of(SCHEMA_TYPE, entry.value().at(), path, "a map is needed")
                    .found(entry.value().noun())
                    .allowed(
                            slot.named().isPresent()
                                    ? "a map with a name of your own for each, such as {main: {...}}, or no such key at all"
                                    : "a map, or no such key at all"));
            return;
        }
        Optional<Terms> terms = slot.tenant().map(it -> declare(it, slot, entry, path, way));
        if (terms.isEmpty()) {
            refuseUnknown(slot, mapping, path);
        }
        enter(slot, mapping, path, terms.map(way::into).orElse(way));
    }

    private void enter(SlotTree slot, Mapping mapping, String path, Way way) {
        for (String key : slot.keys()) {
            Optional.ofNullable(mapping.entries().get(key))
                    .ifPresent(entry -> walk(slot.at(key), entry, path + "." + key, way));
        }
        slot.named().ifPresent(inner -> {
            for (Entry entry : LogicalName.wellFormed(mapping, path, findings)) {
                String name = entry.key().text();
                walk(inner, entry, path + "." + name, way.past(name));
            }
        });
    }

    private static List<String> joined(List<String> left, String... right) {
        return Stream.concat(left.stream(), Stream.of(right)).toList();
    }

    private void refuseUnknown(SlotTree slot, Mapping mapping, String path) {
        if (slot.named().isPresent()) {
            return;
        }
        mapping.entries().forEach((key, entry) -> {
            if (!slot.keys().contains(key)) {
                findings.accept(Finding.of(SCHEMA_UNKNOWN, entry.key().at(), path + "." + key, "unknown key")
                        .oneOf(slot.keys(), key));
            }
        });
    }

    /** Takes in what is declared here; answers its terms, which hold for what stands inside as well. */
    private <S> Terms declare(Tenant<S> tenant, SlotTree slot, Entry entry, String path, Way way) {
        ResourceId id = new ResourceId(environment, tenant.kind().name(), String.join(".", way.names()));
        named.add(id);
        List<String> others = joined(slot.keys(), BESIDE.keys().toArray(String[]::new));
        Bound<S> state = tenant.binder().bind(entry, path, others);
        Bound<Beside> beside =
                BESIDE.bind(new Entry(entry.key(), mappingOf(entry).only(BESIDE.keys())), path, List.of());
        Stream.of(state, beside)
                .map(Bound::findings)
                .flatMap(Collection::stream)
                .forEach(findings);
        Origin origin = new Origin(entry.key().at(), state.fields());
        Terms terms = terms(id, beside.value(), way);
        state.value().ifPresent(it -> resources.add(new Declared<>(id, tenant.kind(), it, origin, terms)));
        return terms;
    }

    private static Terms terms(ResourceId id, Optional<Beside> beside, Way way) {
        boolean isProtected = beside.flatMap(Beside::protect).orElse(false)
                || way.around().filter(Terms::protect).isPresent();
        return new Terms(
                beside.flatMap(Beside::adopt).orElse(false),
                isProtected,
                Lineage.of(id, way.around().map(Terms::lineage)));
    }

    private static Mapping mappingOf(Entry entry) {
        return (Mapping) entry.value();
    }
}
