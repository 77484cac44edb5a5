package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A live resource of ours that nothing declares any longer: reported, never deleted by itself.
 *
 * @param id our identity of it
 * @param key its AWS name
 * @param arn what AWS calls it
 * @param since when it was first seen to be one
 */
public record Stray(ResourceId id, String key, String arn, Instant since) {
    public Stray {
        requireNonNull(id, "id");
        requireNonNull(key, "key");
        requireNonNull(arn, "arn");
        requireNonNull(since, "since");
    }
}
