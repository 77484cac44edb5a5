package io.holdfast.drift;

import io.holdfast.model.Declared;
import io.holdfast.model.Observed.Present;
import io.holdfast.model.Remembered;
import io.holdfast.model.Terms;
import io.holdfast.model.TurnBack;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** What a look leaves behind for the next one: what desired and live agree on, and since when they do not. */
final class Recollection {
    private Recollection() {}

    /** What could not be looked at may still have become protected, or be declared again. */
    static Remembered ofUnseen(Remembered before, Terms terms) {
        return declared(before, terms);
    }

    /** What takes its place is looked at for the first time. */
    static Remembered ofMissing(Remembered before, Terms terms, Instant now) {
        SortedMap<String, Instant> since = new TreeMap<>();
        since.put("", before.since().getOrDefault("", now));
        return declared(before, terms)
                .seen(before.arn(), before.lastApplied(), Optional.empty(), since)
                .turnedBack(turnedBack(before, (path, difference) -> path.isEmpty()));
    }

    /** Declared now: no stray, and protected as the YAML says. */
    private static Remembered declared(Remembered before, Terms terms) {
        return before.straying(Optional.empty()).protecting(terms.protect());
    }

    static <S> Remembered ofPresent(
            Declared<S> declared, Present<S> present, Remembered before, Judgement<S> judgement, Instant now) {
        SortedMap<String, Object> applied = applied(declared, before, judgement);
        Remembered seen = declared(before, declared.terms())
                .seen(
                        Optional.of(present.facts().arn()),
                        applied,
                        Optional.of(judgement.neverAgreed(applied)),
                        since(before, judgement, now))
                .turnedBack(turnedBack(
                        before,
                        (path, difference) ->
                                path.isEmpty() ? !present.facts().ownership().isOurs() : judgement.isOpen(difference)));
        return judgement.fields().isEmpty() ? settled(seen) : seen;
    }

    /** What AWS has not shown is over once it has, or shows something else. */
    private static SortedMap<String, TurnBack> turnedBack(Remembered before, BiPredicate<String, String> isOpen) {
        SortedMap<String, TurnBack> open = new TreeMap<>(before.turnedBack());
        open.entrySet()
                .removeIf(it -> it.getValue()
                        .unshown()
                        .filter(difference -> !isOpen.test(it.getKey(), difference))
                        .isPresent());
        return open;
    }

    /** In agreement, however it came about: earlier failures and refusals speak of something that is over. */
    private static Remembered settled(Remembered seen) {
        return seen.attempted(Optional.empty()).rejected(Optional.empty());
    }

    private static <S> SortedMap<String, Object> applied(
            Declared<S> declared, Remembered before, Judgement<S> judgement) {
        SortedMap<String, Object> applied = new TreeMap<>();
        before.lastApplied().forEach((path, value) -> {
            if (!judgement.isAgreed(path)) {
                applied.put(path, value);
            }
        });
        declared.kind().fields().values(declared.state()).forEach((path, value) -> {
            if (judgement.isAgreed(path)) {
                applied.put(path, value);
            }
        });
        declared.kind().fields().owned(declared.state()).stream()
                .filter(map -> before.lastApplied().containsKey(map) || !judgement.isNewlyOwned(map))
                .forEach(map -> applied.put(map, Map.of()));
        return applied;
    }

    private static <S> SortedMap<String, Instant> since(Remembered before, Judgement<S> judgement, Instant now) {
        SortedMap<String, Instant> since = new TreeMap<>();
        judgement.fields().forEach(it -> since.put(it.path(), it.since()));
        if (judgement.fields().stream().anyMatch(it -> !it.quiet())) {
            since.put("", before.since().getOrDefault("", now));
        }
        return since;
    }
}
