package io.holdfast.drift;

import io.holdfast.model.Cell;
import io.holdfast.model.Declared;
import io.holdfast.model.FirstLook;
import io.holdfast.model.Observed.Present;
import io.holdfast.model.Remembered;
import io.holdfast.model.Terms;
import io.holdfast.model.TurnBack;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

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
                        Optional.of(neverAgreed(judgement, applied)),
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
                .filter(map -> before.lastApplied().containsKey(map) || !isNewlyOwned(map, judgement))
                .forEach(map -> applied.put(map, Map.of()));
        return applied;
    }

    /** Whether live has members of a map that the YAML has only now come to declare, and that are to go for that alone. */
    private static boolean isNewlyOwned(String map, Judgement<?> judgement) {
        return judgement.compared().stream()
                .flatMap(it -> judgement.causes().newlyOwned(it).stream())
                .anyMatch(map::equals);
    }

    /** What is to be kept of the fields that have never been seen to agree, once others count as applied. */
    private static FirstLook neverAgreed(Judgement<?> judgement, SortedMap<String, Object> applied) {
        Causes causes = judgement.causes();
        SortedMap<String, Object> desired = new TreeMap<>();
        SortedMap<String, Object> live = new TreeMap<>();
        SortedSet<String> explained = new TreeSet<>();
        judgement.compared().stream()
                .map(Cell::path)
                .filter(it -> !judgement.isAgreed(it))
                .forEach(path -> {
                    if (causes.isYetToBeCompared(path) && !judgement.differs(path)) {
                        explained.add(path);
                    } else {
                        desired.putAll(causes.firstLook(path).desired());
                        live.putAll(causes.firstLook(path).live());
                    }
                });
        Stream.of(desired.keySet(), live.keySet(), explained).forEach(it -> it.removeAll(applied.keySet()));
        return new FirstLook(desired, live, explained);
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
