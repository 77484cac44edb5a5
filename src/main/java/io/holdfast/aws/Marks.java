package io.holdfast.aws;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.KindName;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The tags by which a live resource says whose it is.
 *
 * @param owner the id of this installation, so that two of them never fight over one resource
 */
public record Marks(String owner) {
    public static final String ENVIRONMENT = "holdfast:environment";
    public static final String RESOURCE = "holdfast:resource";
    public static final String OWNER = "holdfast:owner";

    public Marks {
        requireNonNull(owner, "owner");
    }

    /** The tags that mark a resource as ours. */
    public Map<String, String> of(ResourceId id) {
        return Map.of(ENVIRONMENT, id.environment(), RESOURCE, id.kind().segment() + "/" + id.name(), OWNER, owner);
    }

    /** Those of the tags that everything of an environment carries. */
    public Map<String, String> of(String environment) {
        return Map.of(ENVIRONMENT, environment, OWNER, owner);
    }

    /**
     * Whose a resource with these live tags is. A mark that says otherwise makes it foreign; an incomplete one, nobody's,
     * so that it can be adopted again.
     */
    public Ownership ownership(ResourceId id, Map<String, String> tags) {
        Map<String, String> ours = of(id);
        if (tags.entrySet().containsAll(ours.entrySet())) {
            return Ownership.ours();
        }
        boolean contradicted = ours.entrySet().stream()
                .anyMatch(mark ->
                        tags.containsKey(mark.getKey()) && !Objects.equals(tags.get(mark.getKey()), mark.getValue()));
        return contradicted ? Ownership.foreign(said(tags)) : Ownership.unowned();
    }

    /** The logical name of what these tags mark as ours in an environment; empty where they say anything else. */
    public Optional<String> name(String environment, KindName kind, Map<String, String> tags) {
        String prefix = kind.segment() + "/";
        return Optional.ofNullable(tags.get(RESOURCE))
                .filter(it -> owner.equals(tags.get(OWNER)) && environment.equals(tags.get(ENVIRONMENT)))
                .filter(it -> it.startsWith(prefix))
                .map(it -> it.substring(prefix.length()));
    }

    private static String said(Map<String, String> tags) {
        return tags.getOrDefault(OWNER, "(no owner)")
                + ", "
                + tags.getOrDefault(ENVIRONMENT, "(no environment)")
                + "/"
                + tags.getOrDefault(RESOURCE, "(no resource)");
    }
}
