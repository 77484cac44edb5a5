package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One thing that is true or not about an environment.
 *
 * @param type which of the six
 * @param status whether it holds
 * @param reason one word for machines
 * @param message a sentence for people
 * @param commit the revision it speaks of
 * @param since when the status last moved; stays put while it does
 */
public record Condition(Type type, Status status, String reason, String message, String commit, Instant since) {
    public Condition {
        requireNonNull(type, "type");
        requireNonNull(status, "status");
        requireNonNull(reason, "reason");
        requireNonNull(message, "message");
        requireNonNull(commit, "commit");
        requireNonNull(since, "since");
    }

    /** The same news about an unmoved status keeps the time at which it moved. */
    public Condition after(Condition earlier) {
        return earlier.status == status ? new Condition(type, status, reason, message, commit, earlier.since) : this;
    }

    /** The questions every environment is asked. */
    public enum Type {
        /** The YAML loads; unknown while the newest cannot be had or may not be followed. */
        VALID("Valid"),
        /** We could look at everything. */
        OBSERVED("Observed"),
        /** Live is as declared. */
        IN_SYNC("InSync"),
        HEALTHY("Healthy"),
        /** A person asked us to hold still. */
        PAUSED("Paused"),
        /** Nothing goes on without a person. */
        STALLED("Stalled");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The answers. */
    public enum Status {
        TRUE("True"),
        FALSE("False"),
        UNKNOWN("Unknown");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
