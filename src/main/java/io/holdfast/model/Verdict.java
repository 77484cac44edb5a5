package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** What a guardrail says of a change. */
public sealed interface Verdict {
    /** It may be made. */
    record Proceed() implements Verdict {}

    /**
     * It needed a person, and may be made because enough of them said so.
     *
     * @param reason the word for why it needed one
     * @param sentence who said so
     */
    record Approved(String reason, String sentence) implements Verdict {
        public Approved {
            requireNonNull(reason, "reason");
            requireNonNull(sentence, "sentence");
        }
    }

    /**
     * It may be made once a person has said so.
     *
     * @param reason one word for machines
     * @param sentence for people
     * @param byName whether the person must name the resource, and not only say yes to the plan
     */
    record NeedsApproval(String reason, String sentence, boolean byName) implements Verdict {
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
        return new NeedsApproval(reason, sentence, false);
    }

    static Verdict needsApprovalByName(String reason, String sentence) {
        return new NeedsApproval(reason, sentence, true);
    }

    static Verdict hold(String reason, String sentence) {
        return new Hold(reason, sentence, Optional.empty());
    }

    static Verdict holdUntil(Instant until, String reason, String sentence) {
        return new Hold(reason, sentence, Optional.of(until));
    }

    default boolean mayProceed() {
        return this instanceof Proceed || this instanceof Approved;
    }

    /** The word in reports: {@code Proceed}, {@code Approved}, {@code NeedsApproval} or {@code Hold}. */
    default String word() {
        return getClass().getSimpleName();
    }

    /** One word for why not, or for why somebody had to be asked; empty when nobody had. */
    default String reason() {
        if (this instanceof Hold hold) {
            return hold.reason();
        }
        if (this instanceof Approved approved) {
            return approved.reason();
        }
        return this instanceof NeedsApproval approval ? approval.reason() : "";
    }

    /** Why not, or who has agreed, for people; empty when nobody had to. */
    default String sentence() {
        if (this instanceof Hold hold) {
            return hold.sentence();
        }
        if (this instanceof Approved approved) {
            return approved.sentence();
        }
        return this instanceof NeedsApproval approval ? approval.sentence() : "";
    }
}
