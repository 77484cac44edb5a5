package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * How a resource is doing, apart from whether it is as declared.
 *
 * @param status the word
 * @param sentence for people; empty when there is nothing to say
 */
public record Health(Status status, String sentence) {
    public Health {
        requireNonNull(status, "status");
        requireNonNull(sentence, "sentence");
    }

    public static Health healthy() {
        return new Health(Status.HEALTHY, "");
    }

    public static Health of(Status status, String sentence) {
        return new Health(status, sentence);
    }

    /** From best to worst, so that an environment is as sick as its sickest resource. */
    public enum Status {
        HEALTHY("Healthy"),
        SUSPENDED("Suspended"),
        PROGRESSING("Progressing"),
        UNKNOWN("Unknown"),
        MISSING("Missing"),
        DEGRADED("Degraded");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public Status worse(Status other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }
}
