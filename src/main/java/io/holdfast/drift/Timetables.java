package io.holdfast.drift;

import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Observed;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What declared schedules make of other resources' fields right now; of several on one field the latest counts. */
final class Timetables {
    private final Map<ResourceId, List<Timetable>> inForce;

    private Timetables(Map<ResourceId, List<Timetable>> inForce) {
        this.inForce = inForce;
    }

    static Timetables of(DesiredState desired, Function<ResourceId, Optional<Observed<?>>> live, Instant now) {
        Map<ResourceId, List<Timetable>> inForce = new HashMap<>();
        for (Declared<?> declared : desired.resources()) {
            timetable(declared, live.apply(declared.id()), now)
                    .ifPresent(it -> inForce.computeIfAbsent(it.target(), target -> new ArrayList<>())
                            .add(it));
        }
        inForce.values()
                .forEach(it -> it.sort(Comparator.comparing(Timetable::since).reversed()));
        return new Timetables(inForce);
    }

    /** An observation carries the state type of the kind that was asked. */
    @SuppressWarnings("unchecked")
    private static <S> Optional<Timetable> timetable(Declared<S> declared, Optional<Observed<?>> live, Instant now) {
        Optional<S> state = live.flatMap(Observed::present).map(it -> (S) it.state());
        return declared.kind().timetable(declared.id(), declared.state(), state, now);
    }

    /** Those on a resource, the latest first: each is about its own fields, and does not end what others made of the rest. */
    List<Timetable> of(ResourceId id) {
        return List.copyOf(inForce.getOrDefault(id, List.of()));
    }
}
