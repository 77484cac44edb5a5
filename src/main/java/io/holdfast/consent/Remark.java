package io.holdfast.consent;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Decision;
import java.util.List;
import java.util.Optional;

/**
 * What somebody once said, and what it is worth now.
 *
 * @param decision what they said
 * @param parts the same of each change it was about, in the order in which they were named to them
 */
public record Remark(Decision decision, List<Part> parts) {
    public Remark {
        requireNonNull(decision, "decision");
        parts = List.copyOf(parts);
    }

    /** Whether any part of it still counts. */
    public boolean counts() {
        return parts.stream().anyMatch(it -> it.voidBecause().isEmpty());
    }

    /**
     * One change it was about.
     *
     * @param item the change as the person saw it
     * @param voidBecause why it counts no longer, for people; absent while it does
     */
    public record Part(Decision.Item item, Optional<String> voidBecause) {
        public Part {
            requireNonNull(item, "item");
            requireNonNull(voidBecause, "voidBecause");
        }
    }
}
