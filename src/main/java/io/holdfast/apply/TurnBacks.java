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

/** Counts, field by field, how often what was sent was accepted and not kept. */
final class TurnBacks {
    /** Whoever comes back only after a day is no rival, and every repair stands for itself. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Change change;
    private final String commit;
    private final Instant now;

    TurnBacks(Change change, String commit, Instant now) {
        this.change = change;
        this.commit = commit;
        this.now = now;
    }

    /**
     * What is remembered once a call has been accepted.
     *
     * @param paths the fields it closes
     * @param isDone whether AWS has nothing left to finish, so that live is to show it now
     */
    Remembered after(Remembered memory, List<String> paths, boolean isDone) {
        SortedMap<String, TurnBack> counts = new TreeMap<>(memory.turnedBack());
        counts.values().removeIf(it -> !isFresh(it));
        if (change.action() != Action.UPDATE) {
            countOnce(counts, ofResource(memory));
        }
        change.drift().map(ResourceDrift::fields).orElseGet(List::of).stream()
                .filter(it -> paths.contains(it.path()))
                .filter(it -> isDone || it.cause() == Cause.LIVE_DRIFT)
                .forEach(it -> count(counts, it.path(), ofField(it)));
        return memory.turnedBack(counts);
    }

    /** What AWS never shows is not forgotten before a look has found another difference. */
    private boolean isFresh(TurnBack known) {
        return known.unshown().isPresent()
                || (known.commit().equals(commit) && now.isBefore(known.last().plus(FORGOTTEN)));
    }

    /** A change may take several calls, and is one all the same. */
    private void countOnce(SortedMap<String, TurnBack> counts, TurnBack latest) {
        counts.remove("");
        Optional.ofNullable(change.subject().memory().turnedBack().get(""))
                .filter(this::isFresh)
                .ifPresent(it -> counts.put("", it));
        count(counts, "", latest);
    }

    private static void count(SortedMap<String, TurnBack> counts, String path, TurnBack latest) {
        counts.merge(path, latest, TurnBacks::again);
    }

    /** What was there once and is to be made again was deleted by somebody. */
    private TurnBack ofResource(Remembered memory) {
        boolean wasThere =
                change.action() == Action.CREATE && !memory.lastApplied().isEmpty();
        return wasThere ? first("deleted", Optional.empty()) : first("", Optional.of(change.wish()));
    }

    private TurnBack ofField(FieldDrift field) {
        String live = field.difference().live().map(Normal::text).orElse("nothing");
        return field.cause() == Cause.LIVE_DRIFT
                ? first(live, Optional.empty())
                : first(live, Optional.of(field.difference().digest()));
    }

    private TurnBack first(String rival, Optional<String> unshown) {
        return new TurnBack(1, now, now, commit, rival, unshown);
    }

    private static TurnBack again(TurnBack known, TurnBack latest) {
        return known.unshown().equals(latest.unshown())
                ? new TurnBack(
                        known.times() + 1,
                        known.first(),
                        latest.last(),
                        latest.commit(),
                        latest.rival(),
                        latest.unshown())
                : latest;
    }
}
