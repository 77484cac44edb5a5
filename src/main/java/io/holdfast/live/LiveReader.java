package io.holdfast.live;

import io.holdfast.model.Ask;
import io.holdfast.model.Cloud;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Expectation;
import io.holdfast.model.Fault;
import io.holdfast.model.Handler;
import io.holdfast.model.Handlers;
import io.holdfast.model.Kind;
import io.holdfast.model.LiveState;
import io.holdfast.model.Memory;
import io.holdfast.model.Observed;
import io.holdfast.model.Remembered;
import io.holdfast.model.Resolution;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Undeclared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at an environment's resources, kind by kind, all resources of a kind together. */
public final class LiveReader {
    private LiveReader() {}

    public static LiveState read(DesiredState desired, Memory memory, Handlers handlers, Instant now) {
        List<Resolution<?>> resolutions = Resolution.all(desired, id -> arn(memory, id));
        return new LiveState(now, declared(resolutions, memory, handlers), undeclared(resolutions, memory, handlers));
    }

    /** Looks at one resource again. */
    public static <S> Observed<S> again(Resolution<S> resolution, Optional<Expectation> expectation, Cloud cloud) {
        Kind<S> kind = resolution.declared().kind();
        try (Cloud.Look look = cloud.look()) {
            return answers(look.handlers().of(kind), List.of(resolution.ask(expectation)))
                    .get(resolution.declared().id());
        }
    }

    private static Map<ResourceId, Observed<?>> declared(
            List<Resolution<?>> resolutions, Memory memory, Handlers handlers) {
        Map<Kind<?>, List<Resolution<?>>> byKind = new LinkedHashMap<>();
        resolutions.forEach(it -> byKind.computeIfAbsent(it.declared().kind(), kind -> new ArrayList<>())
                .add(it));
        Map<ResourceId, Observed<?>> observed = new HashMap<>();
        byKind.forEach((kind, ofKind) -> observed.putAll(observe(handlers.of(kind), ofKind, memory)));
        return observed;
    }

    /** Resolutions were grouped by their kind, so that they carry the handler's state type. */
    @SuppressWarnings("unchecked")
    private static <S> Map<ResourceId, Observed<S>> observe(
            Handler<S> handler, List<Resolution<?>> resolutions, Memory memory) {
        List<Ask<S>> asks = resolutions.stream()
                .map(it -> (Resolution<S>) it)
                .map(it -> it.ask(memory.of(it.declared().id(), it.key()).expectation()))
                .toList();
        return answers(handler, asks);
    }

    private static List<Undeclared<?>> undeclared(List<Resolution<?>> resolutions, Memory memory, Handlers handlers) {
        Set<Remembered> declared = new HashSet<>();
        resolutions.forEach(it -> declared.add(memory.of(it.declared().id(), it.key())));
        return memory.beside(declared).stream()
                .filter(known -> handlers.knows(known.id().kind()))
                .<Undeclared<?>>map(known -> undeclared(handlers.of(known.id().kind()), known))
                .toList();
    }

    private static <S> Undeclared<S> undeclared(Handler<S> handler, Remembered known) {
        Ask<S> ask = new Ask<>(known.id(), known.key(), Optional.empty(), known.expectation());
        Observed<S> observed = answers(handler, List.of(ask)).get(known.id());
        return new Undeclared<>(handler.kind(), known, observed);
    }

    /** Looks again at one that is declared no longer. */
    public static Undeclared<?> again(Remembered known, Cloud cloud) {
        try (Cloud.Look look = cloud.look()) {
            return undeclared(look.handlers().of(known.id().kind()), known);
        }
    }

    private static <S> Map<ResourceId, Observed<S>> answers(Handler<S> handler, List<Ask<S>> asks) {
        Map<ResourceId, Observed<S>> answers = new HashMap<>();
        asks.forEach(it -> answers.put(it.id(), Observed.unseen(unanswered(handler))));
        try {
            answers.putAll(handler.observer().observe(asks));
        } catch (RuntimeException broken) {
            // A mistake of ours in one kind must not blind us to the others; the report names what was not seen.
            asks.forEach(it -> answers.put(it.id(), Observed.unseen(brokenBy(handler, broken))));
        }
        return answers;
    }

    private static Fault brokenBy(Handler<?> handler, RuntimeException broken) {
        return new Fault(Fault.Kind.TRANSIENT, "look at " + handler.kind().name(), "Broken", broken.toString());
    }

    private static Fault unanswered(Handler<?> handler) {
        return new Fault(
                Fault.Kind.TRANSIENT,
                "look",
                "NoAnswer",
                "the look at " + handler.kind().name() + " gave no answer");
    }

    private static Optional<String> arn(Memory memory, ResourceId id) {
        return memory.resources().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .flatMap(Remembered::arn);
    }
}
