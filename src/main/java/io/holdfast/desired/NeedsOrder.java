package io.holdfast.desired;

import static io.holdfast.desired.finding.Code.REFERENCE;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Declared;
import io.holdfast.model.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Resources in the order in which they must come to be: what others need comes first, and then by name (Kahn). */
final class NeedsOrder {
    private final SortedMap<ResourceId, Declared<?>> declared = new TreeMap<>();
    private final Map<ResourceId, SortedSet<ResourceId>> missing = new HashMap<>();
    private final Map<ResourceId, List<ResourceId>> waiting = new HashMap<>();

    private NeedsOrder(List<Declared<?>> resources) {
        resources.forEach(resource -> declared.put(resource.id(), resource));
        resources.forEach(resource -> {
            SortedSet<ResourceId> needs = needs(resource);
            missing.put(resource.id(), needs);
            needs.forEach(need ->
                    waiting.computeIfAbsent(need, unknown -> new ArrayList<>()).add(resource.id()));
        });
    }

    /** The resources in order; those in a circle are left out, and the circle is told. */
    static List<Declared<?>> of(List<Declared<?>> resources, Consumer<Finding> findings) {
        NeedsOrder order = new NeedsOrder(resources);
        List<Declared<?>> ordered = order.sorted();
        if (ordered.size() < order.declared.size()) {
            findings.accept(order.circle());
        }
        return ordered;
    }

    /** Only what is declared counts: anything else is a literal AWS name. */
    private <S> SortedSet<ResourceId> needs(Declared<S> resource) {
        SortedSet<ResourceId> needs = new TreeSet<>(resource.kind().needs(resource.id(), resource.state()));
        needs.retainAll(declared.keySet());
        return needs;
    }

    private List<Declared<?>> sorted() {
        SortedSet<ResourceId> ready = declared.keySet().stream()
                .filter(id -> missing.get(id).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Declared<?>> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            ResourceId next = ready.first();
            ready.remove(next);
            sorted.add(declared.get(next));
            for (ResourceId dependant : waiting.getOrDefault(next, List.of())) {
                missing.get(dependant).remove(next);
                if (missing.get(dependant).isEmpty()) {
                    ready.add(dependant);
                }
            }
        }
        return sorted;
    }

    /** From anything that still misses something, need by need, until a need comes back. */
    private Finding circle() {
        ResourceId next = declared.keySet().stream()
                .filter(id -> !missing.get(id).isEmpty())
                .findFirst()
                .orElseThrow();
        Set<ResourceId> trail = new LinkedHashSet<>();
        while (trail.add(next)) {
            next = missing.get(next).first();
        }
        List<ResourceId> circle = new ArrayList<>(trail);
        circle = new ArrayList<>(circle.subList(circle.indexOf(next), circle.size()));
        circle.add(next);
        String path =
                circle.stream().map(id -> id.kind().segment() + "/" + id.name()).collect(Collectors.joining(" -> "));
        Declared<?> first = declared.get(next);
        return Finding.of(REFERENCE, first.origin().at(), YamlPath.of(first), "needs itself: " + path);
    }
}
