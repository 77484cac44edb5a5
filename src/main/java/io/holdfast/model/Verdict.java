package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** What a guardrail says of a change. */
public sealed interface Verdict {
    /** It may be made. */
    record Proceed() implements Verdict {}

    /**
     * It may be made once a person has said so.
     *
     * @param reason one word for machines
     * @param sentence for people
     */
    record NeedsApproval(String reason, String sentence) implements Verdict {
        public NeedsApproval {
            requireNonNull(reason, "reason");
            requireNonNull(sentence, "sentence");
        }
    }

    /**
     * It may not be made now.
     *
     * @param reason one word for machines
     * @param sentence for people, with what happens next
     * @param until when to ask again, where that is known
     */
    record Hold(String reason, String sentence, Optional<Instant> until) implements Verdict {
        public Hold {
            requireNonNull(reason, "reason");
            requireNonNull(sentence, "sentence");
            requireNonNull(until, "until");
        }
    }

    static Verdict proceed() {
        return new Proceed();
    }

    static Verdict needsApproval(String reason, String sentence) {
        return new NeedsApproval(reason, sentence);
    }

    static Verdict hold(String reason, String sentence) {
        return new Hold(reason, sentence, Optional.empty());
    }

    static Verdict holdUntil(Instant until, String reason, String sentence) {
        return new Hold(reason, sentence, Optional.of(until));
    }

    default boolean mayProceed() {
        return this instanceof Proceed;
    }

    /** The word in reports: {@code Proceed}, {@code NeedsApproval} or {@code Hold}. */
    default String word() {
        return getClass().getSimpleName();
    }

    /** One word for why not; empty when it may proceed. */
    default String reason() {
        if (this instanceof Hold hold) {
            return hold.reason();
        }
        return this instanceof NeedsApproval approval ? approval.reason() : "";
    }

    /** Why not, for people; empty when it may proceed. */
    default String sentence() {
        if (this instanceof Hold hold) {
            return hold.sentence();
        }
        return this instanceof NeedsApproval approval ? approval.sentence() : "";
    }
}
