package io.holdfast.model.policy;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which resources, and which of their fields, a rule is about.
 *
 * @param kind the word in a resource's id, such as {@code service}; {@code *} for all
 * @param name the logical name, in which {@code *} stands for any letters; what is declared inside a resource is covered by
 *     the resource's own name, too
 * @param field dotted path of a field, in which {@code *} stands for one word and {@code **} for any number; covers all
 *     below it. Absent means the resource as a whole
 */
public record Selector(String kind, String name, Optional<String> field) {
    /** The word for all. */
    public static final String ANY = "*";

    private static final int BY_FIELD = 8;
    private static final int BY_WHOLE_NAME = 4;
    private static final int BY_KIND = 2;
    private static final int BY_ITSELF = 1;

    public Selector {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(field, "field");
    }

    /** Whether a resource is meant, by its own name or by that of a declaration it stands in. */
    public boolean covers(Lineage resource) {
        return resource.ids().stream().anyMatch(this::names);
    }

    /** Whether a field of a resource is meant; a rule for the whole resource means all of them. */
    public boolean covers(Lineage resource, String path) {
        return field.isEmpty() ? covers(resource) : names(resource.id()) && isWithin(field.orElseThrow(), path);
    }

    /**
     * Whether a field pattern and the path of a field, in which {@code *} stands for names of the author's, can be about the
     * same, as far as both go.
     */
    public static boolean mayMean(String pattern, String path) {
        List<String> asked = List.of(pattern.split("\\.", -1));
        List<String> there = List.of(path.split("\\.", -1));
        return IntStream.range(0, Math.min(asked.size(), there.size()))
                .takeWhile(i -> i == 0 || !asked.get(i - 1).equals("**"))
                .allMatch(i -> asked.get(i).equals("**")
                        || there.get(i).equals(ANY)
                        || Glob.matches(asked.get(i), there.get(i)));
    }

    /** How narrow the rule is where it covers a resource: of two, the narrower wins. */
    int narrowness(Lineage resource) {
        return (field.isPresent() ? BY_FIELD : 0)
                + (name.contains(ANY) ? 0 : BY_WHOLE_NAME)
                + (kind.equals(ANY) ? 0 : BY_KIND)
                + (names(resource.id()) ? BY_ITSELF : 0);
    }

    private boolean names(ResourceId id) {
        return (kind.equals(ANY) || kind.equals(id.kind().segment())) && Glob.matches(name, id.name());
    }

    /** Word by word from the left; what is left of the path lies below the pattern. */
    private static boolean isWithin(String pattern, String path) {
        return isWithin(List.of(pattern.split("\\.", -1)), List.of(path.split("\\.", -1)));
    }

    private static boolean isWithin(List<String> pattern, List<String> path) {
        if (pattern.isEmpty()) {
            return true;
        }
        if (pattern.get(0).equals("**")) {
            List<String> rest = pattern.subList(1, pattern.size());
            return isWithin(rest, path) || (!path.isEmpty() && isWithin(pattern, path.subList(1, path.size())));
        }
        return !path.isEmpty()
                && Glob.matches(pattern.get(0), path.get(0))
                && isWithin(pattern.subList(1, pattern.size()), path.subList(1, path.size()));
    }

    /** As the YAML writes it. */
    @Override
    public String toString() {
        return kind + "/" + name + field.map(it -> " " + it).orElse("");
    }
}
