package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.policy.Lineage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One resource, desired against live.
 *
 * @param declared what the YAML asks for, references resolved
 * @param key its AWS name
 * @param observed what the look found
 * @param sync whether live is as declared
 * @param health how it is doing
 * @param cause who moved, over all fields; absent while in sync or unseen
 * @param since from when it has been out of sync without a break
 * @param fields the differences, in table order
 * @param suppressed what was declared and not compared, or explained away, with reasons
 * @param digest one short name for what is asked for, of what it follows too
 * @param memory what the ledger is to hold of it after this look
 */
public record ResourceDrift(
        Declared<?> declared,
        String key,
        Observed<?> observed,
        Sync sync,
        Health health,
        Optional<Cause> cause,
        Optional<Instant> since,
        List<FieldDrift> fields,
        List<Suppressed> suppressed,
        String digest,
        Remembered memory)
        implements Subject {
    public ResourceDrift {
        requireNonNull(declared, "declared");
        requireNonNull(key, "key");
        requireNonNull(observed, "observed");
        requireNonNull(sync, "sync");
        requireNonNull(health, "health");
        requireNonNull(cause, "cause");
        requireNonNull(since, "since");
        fields = List.copyOf(fields);
        suppressed = List.copyOf(suppressed);
        requireNonNull(digest, "digest");
        requireNonNull(memory, "memory");
    }

    @Override
    public ResourceId id() {
        return declared.id();
    }

    @Override
    public Kind<?> kind() {
        return declared.kind();
    }

    @Override
    public Lineage lineage() {
        return declared.terms().lineage();
    }

    @Override
    public boolean isProtected() {
        return declared.terms().protect();
    }

    /** The worst any of its differences costs; absent while there is none. */
    public Optional<Impact> impact() {
        return fields.stream().map(it -> it.difference().impact()).reduce(Impact::worse);
    }

    /** Whether anything is to be done about it, drift or not. */
    public boolean differs() {
        return sync == Sync.OUT_OF_SYNC || !fields.isEmpty();
    }

    @Override
    public Optional<Facts> facts() {
        return observed.present().map(Observed.Present::facts);
    }

    /** What differs and is not for this call to change: what waits, what somebody lives with, what is left to people. */
    public Set<String> withheldFrom(Step step) {
        Set<String> withheld = new TreeSet<>();
        fields.forEach(it -> withheld.add(it.path()));
        suppressed.stream()
                .filter(it -> it.reason() == Excuse.Reason.IGNORED || it.reason() == Excuse.Reason.DELEGATED)
                .forEach(it -> withheld.add(it.path()));
        step.paths().forEach(withheld::remove);
        return withheld;
    }

    /** What calls would bring about beside what they are sent for, a sentence each. */
    List<String> sideEffects(List<Step> steps) {
        return observed.present().map(it -> sideEffects(declared, it, steps)).orElseGet(List::of);
    }

    /** What is live is of the kind's own type: the kind's observer has made it. */
    @SuppressWarnings("unchecked")
    private static <S> List<String> sideEffects(Declared<S> declared, Observed.Present<?> live, List<Step> steps) {
        return steps.stream()
                .flatMap(it -> declared.kind().sideEffect(declared.state(), (Observed.Present<S>) live, it).stream())
                .distinct()
                .toList();
    }

    /** Failures are counted per fingerprint. */
    @Override
    public String fingerprint() {
        StringBuilder text = new StringBuilder(digest);
        fields.forEach(it -> text.append('\n').append(it.difference().digest()));
        return Digest.of(text.append(observed.isAbsent()).toString());
    }
}
