package io.holdfast.model.policy;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Location;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A time in which some changes may not be made, or in which alone they may.
 *
 * @param classes the changes it is about
 * @param effect what it does to them
 * @param starts when it begins, again and again
 * @param lasts how long it lasts from each beginning; a change of clocks in between does not count
 * @param reason why, in the author's words
 * @param at where it is written
 */
public record Window(
        Set<ChangeClass> classes,
        Effect effect,
        Recurrence starts,
        Duration lasts,
        Optional<String> reason,
        Location at) {
    public Window {
        classes = Set.copyOf(classes);
        requireNonNull(effect, "effect");
        requireNonNull(starts, "starts");
        requireNonNull(lasts, "lasts");
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
    }

    /** What a window does to the changes it is about. */
    public enum Effect {
        /** Inside of it none is made. */
        FREEZE,
        /** Outside of all of these none is made. */
        ALLOW
    }

    boolean is(Effect other, ChangeClass change) {
        return effect == other && classes.contains(change);
    }

    /** When it ends, if it is open now. */
    Optional<Instant> openUntil(Instant now) {
        return starts.lastUntil(now).map(it -> it.plus(lasts)).filter(now::isBefore);
    }
}
