package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.policy.Lineage;
import java.time.Instant;
import java.util.Optional;

/**
 * A live resource of ours that nothing declares any longer.
 *
 * @param kind what it is
 * @param live what the look found
 * @param memory what the ledger is to hold of it after this look
 * @param straying since when it has been one, and how sure that is
 */
public record Stray(Kind<?> kind, Observed.Present<?> live, Remembered memory, Straying straying) implements Subject {
    public Stray {
        requireNonNull(kind, "kind");
        requireNonNull(live, "live");
        requireNonNull(memory, "memory");
        requireNonNull(straying, "straying");
    }

    /** One that a look has just found. */
    public static <S> Stray of(Undeclared<S> undeclared, Observed.Present<S> live, Straying straying) {
        return new Stray(undeclared.kind(), live, undeclared.known().straying(Optional.of(straying)), straying);
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

    /** What it stood in is gone with its declaration. */
    @Override
    public Lineage lineage() {
        return Lineage.of(id());
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

    /** What is live is of the kind's own type: the kind's observer has made it. */
    @SuppressWarnings("unchecked")
    private static <S> String values(Kind<S> kind, Observed.Present<?> live) {
        return Normal.text(kind.fields().values((S) live.state()));
    }
}
