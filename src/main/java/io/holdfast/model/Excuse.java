package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a difference in one field is not plain drift.
 *
 * @param path the field
 * @param reason which class of explanation
 * @param sentence for people, naming who or what is behind it
 * @param value what the field will be ({@link Reason#isTransition()}) or should be now ({@link Reason#AS_SCHEDULED}), in the
 *     state record's own type; absent where the class needs none
 * @param until when the excuse ends, where that is known; of {@link Reason#PENDING_WINDOW} only where AWS does not show
 *     what is pending, so that nothing but our expectation tells of it
 */
public record Excuse(String path, Reason reason, String sentence, Optional<Object> value, Optional<Instant> until) {
    public Excuse {
        requireNonNull(path, "path");
        requireNonNull(reason, "reason");
        requireNonNull(sentence, "sentence");
        requireNonNull(value, "value");
        requireNonNull(until, "until");
    }

    public static Excuse delegated(String path, String sentence) {
        return new Excuse(path, Reason.DELEGATED, sentence, Optional.empty(), Optional.empty());
    }

    public static Excuse coming(String path, Reason reason, Object value, String sentence) {
        return new Excuse(path, reason, sentence, Optional.of(value), Optional.empty());
    }

    public static Excuse cooldown(String path, String sentence, Instant until) {
        return new Excuse(path, Reason.COOLDOWN, sentence, Optional.empty(), Optional.of(until));
    }

    /** The classes of explanation, as a report line says them. */
    public enum Reason {
        /** AWS accepted the value and waits for the maintenance window. */
        PENDING_WINDOW("PendingWindow"),
        /** AWS accepted the value and waits for a restart that a person must ask for. */
        PENDING_REBOOT("PendingReboot"),
        /** AWS is at it. */
        IN_PROGRESS("InProgress"),
        /** Another declared rule says so at this hour. */
        AS_SCHEDULED("AsScheduled"),
        /** Another controller owns the field. */
        DELEGATED("Delegated"),
        /** AWS refuses a change for a time. */
        COOLDOWN("Cooldown"),
        /** ECS took our deployment back. */
        ROLLED_BACK("RolledBack"),
        /** AWS accepted the value once and undid it. */
        REJECTED("Rejected"),
        /** A rule of the YAML says to live with it. */
        IGNORED("Ignored"),
        /** Somebody sets it back as often as we set it right. */
        CONTENDED("Contended"),
        /** AWS accepts the value as often as it is sent, and has never shown it. */
        NOT_SHOWN("NotShown");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Whether the value is on its way, so that what AWS will show counts as what it shows. */
        public boolean isTransition() {
            return this == PENDING_WINDOW || this == PENDING_REBOOT || this == IN_PROGRESS;
        }

        /** Whether the difference is real and must be reported, but may not be acted on yet. */
        public boolean holds() {
            return this == COOLDOWN || this == ROLLED_BACK || this == REJECTED || this == IGNORED || isForPeople();
        }

        /** Whether it was tried so often that only a person, or another value, makes it worth another try. */
        public boolean isForPeople() {
            return this == CONTENDED || this == NOT_SHOWN;
        }
    }
}
