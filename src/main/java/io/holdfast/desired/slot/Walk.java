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
    private static final Binder<Adoption> ADOPTION = Binder.of(Adoption.class);

    private final String environment;
    private final Consumer<Finding> findings;
    private final List<Declared<?>> resources = new ArrayList<>();
    private final SortedSet<ResourceId> named = new TreeSet<>();

    /**
     * What any resource may say beside its own fields.
     *
     * @param adopt whether a live resource that carries nobody's mark may be taken over; absent means no
     */
    record Adoption(Optional<Boolean> adopt) {}

    Walk(String environment, Consumer<Finding> findings) {
        this.environment = environment;
        this.findings = findings;
    }

    Spec through(SlotTree slots, Entry spec) {
        if (spec.value() instanceof Mapping mapping) {
            enter(slots, mapping, "spec", List.of());
        }
        return new Spec(resources, named);
    }

    /** @param names the author's names on the way here */
    private void walk(SlotTree slot, Entry entry, String path, List<String> names) {
        if (!(entry.value() instanceof Mapping mapping)) {
            findings.accept(Finding.of(SCHEMA_TYPE, entry.value().at(), path, "a map is needed")
                    .found(entry.value().noun())
                    .allowed("a map, or no such key at all"));
            return;
        }
        slot.tenant()
                .ifPresentOrElse(
                        tenant -> declare(tenant, slot, entry, path, names), () -> refuseUnknown(slot, mapping, path));
        enter(slot, mapping, path, names);
    }

    private void enter(SlotTree slot, Mapping mapping, String path, List<String> names) {
        for (String key : slot.keys()) {
            Optional.ofNullable(mapping.entries().get(key))
                    .ifPresent(entry -> walk(slot.at(key), entry, path + "." + key, names));
        }
        slot.named().ifPresent(inner -> {
            for (Entry entry : LogicalName.wellFormed(mapping, path, findings)) {
                String name = entry.key().text();
                walk(inner, entry, path + "." + name, joined(names, name));
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

    private <S> void declare(Tenant<S> tenant, SlotTree slot, Entry entry, String path, List<String> names) {
        ResourceId id = new ResourceId(environment, tenant.kind().name(), String.join(".", names));
        named.add(id);
        List<String> others = joined(slot.keys(), ADOPTION.keys().toArray(String[]::new));
        Bound<S> state = tenant.binder().bind(entry, path, others);
        Bound<Adoption> adoption = ADOPTION.bind(only(ADOPTION.keys(), entry), path, List.of());
        Stream.of(state, adoption)
                .map(Bound::findings)
                .flatMap(Collection::stream)
                .forEach(findings);
        Origin origin = new Origin(entry.key().at(), state.fields());
        boolean adopt = adoption.value().flatMap(Adoption::adopt).orElse(false);
        state.value().ifPresent(it -> resources.add(new Declared<>(id, tenant.kind(), it, origin, adopt)));
    }

    private static Entry only(List<String> keys, Entry entry) {
        Mapping mapping = (Mapping) entry.value();
        List<String> rest = mapping.entries().keySet().stream()
                .filter(key -> !keys.contains(key))
                .toList();
        return new Entry(entry.key(), mapping.without(rest));
    }
}
