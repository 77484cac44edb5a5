package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the ledger holds of one resource: what can be derived neither from git nor from AWS.
 *
 * @param id our identity of it
 * @param key the AWS name it was managed under; a rename in the YAML leaves the old one behind as a stray
 * @param arn what AWS calls it, once seen
 * @param lastApplied field path to the value, in normal form, that desired and live last agreed on; a digest for a value
 *     that may be secret; nothing, {@code {}}, for a map the whole of which has been ours, beside the values of its members
 * @param firstLook the fields that have never been seen to agree; absent before the two were first compared, and where a
 *     version of Holdfast has done so that did not keep it
 * @param since field path to the time from which it has differed without a break; the empty path for the resource
 * @param intent a create that was begun and not yet seen
 * @param attempt the last failure
 * @param expectation a change AWS is finishing
 * @param rejection a desired state AWS undid
 * @param isProtected whether the YAML protected it when it was last declared
 * @param straying how long it has been declared no longer; absent while it is declared
 * @param turnedBack field path to how often we have sent it, and it was not kept; the empty path for the resource itself
 */
public record Remembered(
        ResourceId id,
        String key,
        Optional<String> arn,
        SortedMap<String, Object> lastApplied,
        Optional<FirstLook> firstLook,
        SortedMap<String, Instant> since,
        Optional<Intent> intent,
        Optional<Attempt> attempt,
        Optional<Expectation> expectation,
        Optional<Rejection> rejection,
        boolean isProtected,
        Optional<Straying> straying,
        SortedMap<String, TurnBack> turnedBack) {
    public Remembered {
        requireNonNull(id, "id");
        requireNonNull(key, "key");
        requireNonNull(arn, "arn");
        lastApplied = Collections.unmodifiableSortedMap(new TreeMap<>(lastApplied));
        requireNonNull(firstLook, "firstLook");
        since = Collections.unmodifiableSortedMap(new TreeMap<>(since));
        requireNonNull(intent, "intent");
        requireNonNull(attempt, "attempt");
        requireNonNull(expectation, "expectation");
        requireNonNull(rejection, "rejection");
        requireNonNull(straying, "straying");
        turnedBack = Collections.unmodifiableSortedMap(new TreeMap<>(turnedBack));
    }

    /** A resource nothing is known about yet. */
    public static Remembered nothing(ResourceId id, String key) {
        return new Remembered(
                id,
                key,
                Optional.empty(),
                new TreeMap<>(),
                Optional.empty(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                new TreeMap<>());
    }

    /** The same at an address AWS gave, with other agreed values, other fields that never agreed, and other times. */
    public Remembered seen(
            Optional<String> at,
            SortedMap<String, Object> applied,
            Optional<FirstLook> first,
            SortedMap<String, Instant> times) {
        return new Remembered(
                id,
                key,
                at,
                applied,
                first,
                times,
                intent,
                attempt,
                expectation,
                rejection,
                isProtected,
                straying,
                turnedBack);
    }

    public Remembered with(Optional<Intent> other) {
        return copy(other, attempt, expectation, rejection, isProtected, straying, turnedBack);
    }

    public Remembered attempted(Optional<Attempt> other) {
        return copy(intent, other, expectation, rejection, isProtected, straying, turnedBack);
    }

    public Remembered expecting(Optional<Expectation> other) {
        return copy(intent, attempt, other, rejection, isProtected, straying, turnedBack);
    }

    public Remembered rejected(Optional<Rejection> other) {
        return copy(intent, attempt, expectation, other, isProtected, straying, turnedBack);
    }

    public Remembered protecting(boolean other) {
        return copy(intent, attempt, expectation, rejection, other, straying, turnedBack);
    }

    public Remembered straying(Optional<Straying> other) {
        return copy(intent, attempt, expectation, rejection, isProtected, other, turnedBack);
    }

    public Remembered turnedBack(SortedMap<String, TurnBack> other) {
        return copy(intent, attempt, expectation, rejection, isProtected, straying, other);
    }

    private Remembered copy(
            Optional<Intent> begun,
            Optional<Attempt> failed,
            Optional<Expectation> awaited,
            Optional<Rejection> undone,
            boolean guarded,
            Optional<Straying> astray,
            SortedMap<String, TurnBack> putBack) {
        return new Remembered(
                id, key, arn, lastApplied, firstLook, since, begun, failed, awaited, undone, guarded, astray, putBack);
    }
}
