package io.holdfast.desired.write;

import io.holdfast.desired.slot.Beside;
import io.holdfast.model.Declared;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sections of an environment: each resource under the keys of its slot, what is declared inside it after its own
 * fields.
 */
public final class Outline {
    private final Map<String, Piece> own = new LinkedHashMap<>();
    private final Map<String, Outline> inner = new LinkedHashMap<>();

    private Outline() {}

    /**
     * The sections in the order of the slots, the names in each in the order of the alphabet.
     *
     * @param slots of all kinds, in the order in which they are written
     */
    public static Map<String, Piece> of(List<Slot> slots, Collection<? extends Declared<?>> resources) {
        Set<ResourceId> sheltered = resources.stream()
                .filter(it -> it.terms().protect())
                .map(Declared::id)
                .collect(Collectors.toSet());
        Outline root = new Outline();
        resources.stream()
                .sorted(Comparator.comparing(
                                (Declared<?> it) -> slots.indexOf(it.kind().slot()))
                        .thenComparing(Declared::id, Comparator.comparing(ResourceId::name)))
                .forEach(it -> root.put(it, isInside(sheltered, it)));
        return root.entries();
    }

    private static boolean isInside(Set<ResourceId> others, Declared<?> resource) {
        List<ResourceId> lineage = resource.terms().lineage().ids();
        return lineage.subList(1, lineage.size()).stream().anyMatch(others::contains);
    }

    private void put(Declared<?> resource, boolean isProtectedAround) {
        Deque<String> names =
                new ArrayDeque<>(Arrays.asList(resource.id().name().split("\\.", -1)));
        Outline here = this;
        for (String key : resource.kind().slot().keys()) {
            String name = key.equals(Slot.ANY) ? names.remove() : key;
            here = here.inner.computeIfAbsent(name, unknown -> new Outline());
        }
        here.own.putAll(Records.entries(resource.state()));
        here.own.putAll(Records.entries(Beside.of(resource.terms(), isProtectedAround)));
    }

    private Map<String, Piece> entries() {
        Map<String, Piece> entries = new LinkedHashMap<>(own);
        inner.forEach((key, outline) -> entries.put(key, new Piece.Keys(outline.entries(), true)));
        return entries;
    }
}
