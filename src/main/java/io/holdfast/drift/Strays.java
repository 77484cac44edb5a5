package io.holdfast.drift;

import io.holdfast.model.DesiredState;
import io.holdfast.model.Kind;
import io.holdfast.model.LiveState;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Stray;
import io.holdfast.model.Straying;
import io.holdfast.model.Undeclared;
import io.holdfast.model.policy.Lineage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is live, ours, and declared no longer; what is left behind on purpose is none of it. */
final class Strays {
    private final DesiredState desired;
    private final boolean complete;
    private final Instant now;

    /**
     * @param complete whether the look saw everything
     */
    Strays(DesiredState desired, boolean complete, Instant now) {
        this.desired = desired;
        this.complete = complete;
        this.now = now;
    }

    List<Stray> among(LiveState live) {
        return live.undeclared().stream()
                .filter(it -> !it.isLeftBehind())
                .flatMap(it -> stray(it).stream())
                .sorted(Comparator.comparing(Stray::id).thenComparing(Stray::key))
                .toList();
    }

    private <S> Optional<Stray> stray(Undeclared<S> undeclared) {
        Straying straying = Straying.after(undeclared.known().straying(), complete, now);
        return undeclared
                .observed()
                .present()
                .filter(it -> it.facts().ownership().isOurs())
                .map(it -> Stray.of(
                        undeclared,
                        it,
                        straying,
                        lineage(undeclared.kind(), undeclared.known().id())));
    }

    /** What the YAML says of a resource covers what stood inside of it, too, also when that is declared no longer. */
    private Lineage lineage(Kind<?> kind, ResourceId id) {
        return Lineage.of(
                id,
                desired.resources().stream()
                        .filter(it -> kind.slot().isInside(it.kind().slot()))
                        .filter(it -> (id.name() + ".").startsWith(it.id().name() + "."))
                        .map(it -> it.terms().lineage())
                        .max(Comparator.comparingInt(it -> it.ids().size())));
    }
}
