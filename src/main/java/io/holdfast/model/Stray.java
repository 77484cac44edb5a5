package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.policy.Lineage;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A live resource of ours that nothing declares any longer.
 *
 * @param kind what it is
 * @param live what the look found
 * @param memory what the ledger is to hold of it after this look
 * @param straying since when it has been one, and how sure that is
 * @param lineage the resource, and what is still declared of what it stood in
 */
public record Stray(Kind<?> kind, Observed.Present<?> live, Remembered memory, Straying straying, Lineage lineage)
        implements Subject {
    public Stray {
        requireNonNull(kind, "kind");
        requireNonNull(live, "live");
        requireNonNull(memory, "memory");
        requireNonNull(straying, "straying");
        requireNonNull(lineage, "lineage");
    }

    /** One that a look has just found. */
    public static <S> Stray of(Undeclared<S> undeclared, Observed.Present<S> live, Straying straying, Lineage lineage) {
        Remembered memory = undeclared.known().straying(Optional.of(straying));
        return new Stray(undeclared.kind(), live, memory, straying, lineage);
    }

    @Override
    public ResourceId id() {
        return memory.id();
    }

    @Override
    public String key() {
        return memory.key();
    }

    /** What AWS calls it. */
    public String arn() {
        return live.facts().arn();
    }

    /** When it was first seen to be one. */
    public Instant since() {
        return straying.since();
    }

    @Override
    public Optional<Facts> facts() {
        return Optional.of(live.facts());
    }

    @Override
    public boolean isProtected() {
        return memory.isProtected();
    }

    /** The wish is always the same: that it be gone. */
    @Override
    public String digest() {
        return Digest.of("gone\n" + key());
    }

    /** Moves with the resource itself, so that nobody's word about one is taken for its successor of the same name. */
    @Override
    public String fingerprint() {
        return Digest.of(digest() + "\n" + arn() + "\n" + values(kind, live));
    }

    /**
     * What is live is of the kind's own type: the kind's observer has made it. How many run moves by itself, and a deletion
     * begins with none; only where there is data does that make it another thing to decide about.
     */
    @SuppressWarnings("unchecked")
    private static <S> String values(Kind<S> kind, Observed.Present<?> live) {
        S state = (S) live.state();
        SortedMap<String, Object> values = kind.fields().values(state);
        if (!kind.holdsData()) {
            values.keySet().removeAll(kind.counts());
        }
        return kind.incarnation(state).orElse("") + Normal.text(values);
    }
}
