package io.holdfast.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the ledger holds of one environment's resources. An empty one is safe: causes become first observations. */
public record Memory(List<Remembered> resources) {
    public Memory {
        resources = List.copyOf(resources);
    }

    public static Memory empty() {
        return new Memory(List.of());
    }

    /** What is known of a resource under its present AWS name. */
    public Optional<Remembered> find(ResourceId id, String key) {
        return resources.stream()
                .filter(it -> it.id().equals(id) && it.key().equals(key))
                .findFirst();
    }

    /** What is known of a resource, or a blank page. */
    public Remembered of(ResourceId id, String key) {
        return find(id, key).orElseGet(() -> Remembered.nothing(id, key));
    }

    /** What was managed under a name that nothing declares any longer. */
    public List<Remembered> beside(Set<Remembered> declared) {
        Set<String> names = declared.stream().map(Memory::name).collect(Collectors.toSet());
        return resources.stream().filter(it -> !names.contains(name(it))).toList();
    }

    private static String name(Remembered resource) {
        return resource.id() + " " + resource.key();
    }
}
