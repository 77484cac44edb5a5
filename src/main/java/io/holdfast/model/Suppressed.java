package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * A declared field that we chose not to compare, or whose difference is explained, with the reason.
 *
 * @param id the resource
 * @param path the field
 * @param reason the class of explanation
 * @param sentence for people
 */
public record Suppressed(ResourceId id, String path, Excuse.Reason reason, String sentence) {
    public Suppressed {
        requireNonNull(id, "id");
        requireNonNull(path, "path");
        requireNonNull(reason, "reason");
        requireNonNull(sentence, "sentence");
    }
}
