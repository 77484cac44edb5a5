package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * The name of a kind of resource.
 *
 * @param segment the word in a resource's id, such as {@code service}
 * @param type the word in reports, such as {@code ecs-service}
 */
public record KindName(String segment, String type) implements Comparable<KindName> {
    public KindName {
        requireNonNull(segment, "segment");
        requireNonNull(type, "type");
    }

    @Override
    public int compareTo(KindName other) {
        return segment.compareTo(other.segment);
    }

    @Override
    public String toString() {
        return type;
    }
}
