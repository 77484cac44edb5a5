package io.holdfast.drift;

import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Fault;
import io.holdfast.model.LiveState;
import io.holdfast.model.Memory;
import io.holdfast.model.Observed;
import io.holdfast.model.Remembered;
import io.holdfast.model.Resolution;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares what is desired with what is live, resource by resource, and explains every difference. */
public final class DriftDetector {
    private DriftDetector() {}

    public static DriftReport detect(DesiredState desired, LiveState live, Memory memory, Instant now) {
        Timetables timetables = Timetables.of(
                desired, id -> Optional.ofNullable(live.resources().get(id)), now);
        Rules rules = new Rules(desired);
        Map<ResourceId, ResourceDrift> found = new LinkedHashMap<>();
        for (Resolution<?> resolution : Resolution.all(desired, id -> arn(live, id))) {
            found.put(resolution.declared().id(), one(resolution, live, memory, timetables, found, rules, now));
        }
        Map<ResourceId, Fault> notSeen = notSeen(live);
        return new DriftReport(
                desired,
                live.observedAt(),
                new ArrayList<>(found.values()),
                new Strays(desired, notSeen.isEmpty(), now).among(live),
                rules.uses(found.values(), memory, now),
                notSeen);
    }

    /** Looks at one resource again, with what is known of those it depends on. */
    public static <S> ResourceDrift again(
            Resolution<S> resolution, Observed<?> observed, ResourceDrift before, DriftReport report, Instant now) {
        Map<ResourceId, ResourceDrift> known = new LinkedHashMap<>();
        report.resources().forEach(it -> known.put(it.id(), it));
        return new Comparing<>(
                        resolution,
                        observedAs(resolution, observed),
                        before.memory(),
                        Timetables.of(
                                report.desired(),
                                id -> Optional.ofNullable(known.get(id)).map(ResourceDrift::observed),
                                now),
                        known,
                        new Rules(report.desired()),
                        now)
                .drift();
    }

    private static <S> ResourceDrift one(
            Resolution<S> resolution,
            LiveState live,
            Memory memory,
            Timetables timetables,
            Map<ResourceId, ResourceDrift> earlier,
            Rules rules,
            Instant now) {
        Declared<S> declared = resolution.declared();
        Remembered remembered = memory.of(declared.id(), resolution.key());
        Observed<S> observed = observedAs(resolution, live.resources().get(declared.id()));
        return new Comparing<>(resolution, observed, remembered, timetables, earlier, rules, now).drift();
    }

    /** An observation carries the state type of the kind that was asked: the reader pairs them by id. */
    @SuppressWarnings("unchecked")
    private static <S> Observed<S> observedAs(Resolution<S> resolution, Observed<?> observed) {
        if (observed == null) {
            return Observed.unseen(new Fault(
                    Fault.Kind.TRANSIENT,
                    "look",
                    "NotAsked",
                    "nobody looked at " + resolution.declared().id()));
        }
        return (Observed<S>) observed;
    }

    private static Optional<String> arn(LiveState live, ResourceId id) {
        return Optional.ofNullable(live.resources().get(id))
                .flatMap(Observed::present)
                .map(it -> it.facts().arn());
    }

    private static Map<ResourceId, Fault> notSeen(LiveState live) {
        Map<ResourceId, Fault> faults = new TreeMap<>();
        live.resources().forEach((id, observed) -> observed.trouble().ifPresent(fault -> faults.put(id, fault)));
        live.undeclared()
                .forEach(it -> it.observed()
                        .trouble()
                        .ifPresent(fault -> faults.putIfAbsent(it.known().id(), fault)));
        return faults;
    }
}
