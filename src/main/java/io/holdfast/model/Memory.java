package io.holdfast.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the ledger holds of one environment. An empty one is safe: causes become first observations.
 *
 * @param resources of its resources
 * @param rules of its ignore rules
 */
public record Memory(List<Remembered> resources, List<RuleUse> rules) {
    public Memory {
        resources = List.copyOf(resources);
        rules = List.copyOf(rules);
    }

    /** What is known of resources, and nothing of rules. */
    public Memory(List<Remembered> resources) {
        this(resources, List.of());
    }

    public static Memory empty() {
        return new Memory(List.of());
    }

    /** What is known of an ignore rule; one never heard of begins now. */
    public RuleUse rule(String name, Instant now) {
        return rules.stream()
                .filter(it -> it.rule().equals(name))
                .findFirst()
                .orElseGet(() -> RuleUse.fresh(name, now));
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
