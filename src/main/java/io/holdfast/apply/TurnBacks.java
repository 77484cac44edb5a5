package io.holdfast.apply;

import io.holdfast.model.Cause;
import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Normal;
import io.holdfast.model.Remembered;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.TurnBack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts how often we put back what somebody else had changed, field by field. */
final class TurnBacks {
    /** Whoever comes back only after a day is no rival, and every repair stands for itself. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private TurnBacks() {}

    /** What is remembered once a call has been accepted that closes these fields. */
    static Remembered after(Remembered memory, Change change, List<String> paths, String commit, Instant now) {
        return change.drift()
                .map(it -> memory.turnedBack(counted(memory, change, it, paths, commit, now)))
                .orElse(memory);
    }

    private static SortedMap<String, TurnBack> counted(
            Remembered memory, Change change, ResourceDrift drift, List<String> paths, String commit, Instant now) {
        SortedMap<String, TurnBack> counts = new TreeMap<>();
        memory.turnedBack().forEach((path, it) -> {
            if (isFresh(it, commit, now)) {
                counts.put(path, it);
            }
        });
        if (change.action() == Action.CREATE && !memory.lastApplied().isEmpty()) {
            counts.merge("", first("deleted", commit, now), TurnBacks::again);
        }
        drift.fields().stream()
                .filter(it -> paths.contains(it.path()) && it.cause() == Cause.LIVE_DRIFT)
                .forEach(it -> counts.merge(it.path(), first(rival(it), commit, now), TurnBacks::again));
        return counts;
    }

    private static boolean isFresh(TurnBack known, String commit, Instant now) {
        return known.commit().equals(commit) && now.isBefore(known.last().plus(FORGOTTEN));
    }

    private static TurnBack first(String rival, String commit, Instant now) {
        return new TurnBack(1, now, now, commit, rival);
    }

    private static TurnBack again(TurnBack known, TurnBack latest) {
        return new TurnBack(known.times() + 1, known.first(), latest.last(), latest.commit(), latest.rival());
    }

    private static String rival(FieldDrift field) {
        Optional<Object> live = field.difference().live();
        return live.map(Normal::text).orElse("nothing");
    }
}
