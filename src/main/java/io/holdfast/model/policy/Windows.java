package io.holdfast.model.policy;

import io.holdfast.model.policy.Window.Effect;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All windows of an environment.
 *
 * @param all in the order of the file
 */
public record Windows(List<Window> all) {
    public Windows {
        all = List.copyOf(all);
    }

    public static Windows none() {
        return new Windows(List.of());
    }

    /** Why a change of this class has to wait; empty if it has not. A freeze outweighs what is allowed. */
    public Optional<Closed> closed(ChangeClass change, Instant now) {
        return frozen(change, now).or(() -> notOpen(change, now));
    }

    private Optional<Closed> frozen(ChangeClass change, Instant now) {
        return all.stream()
                .filter(it -> it.is(Effect.FREEZE, change))
                .filter(it -> it.openUntil(now).isPresent())
                .max(Comparator.comparing(it -> it.openUntil(now).orElseThrow()))
                .map(it -> new Closed(it, it.openUntil(now)));
    }

    private Optional<Closed> notOpen(ChangeClass change, Instant now) {
        List<Window> allowing =
                all.stream().filter(it -> it.is(Effect.ALLOW, change)).toList();
        boolean anyOpen = allowing.stream().anyMatch(it -> it.openUntil(now).isPresent());
        return anyOpen
                ? Optional.empty()
                : allowing.stream().min(byNextStart(now)).map(it -> opening(it, now));
    }

    private static Closed opening(Window window, Instant now) {
        return new Closed(window, window.starts().firstAfter(now));
    }

    private static Comparator<Window> byNextStart(Instant now) {
        return Comparator.comparing(it -> it.starts().firstAfter(now).orElse(Instant.MAX));
    }

    /**
     * A window that stands in the way.
     *
     * @param window which
     * @param until when it stops doing so; absent if never
     */
    public record Closed(Window window, Optional<Instant> until) {}
}
