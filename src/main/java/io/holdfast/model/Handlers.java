package io.holdfast.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of resources Holdfast knows, for one account and region. */
public final class Handlers {
    private final Map<KindName, Handler<?>> byKind = new LinkedHashMap<>();

    public Handlers(List<Handler<?>> handlers) {
        handlers.forEach(it -> byKind.put(it.kind().name(), it));
    }

    /** The handler of a kind, typed as the kind is; kinds are wired once, so that a missing one is a mistake of ours. */
    @SuppressWarnings("unchecked")
    public <S> Handler<S> of(Kind<S> kind) {
        return (Handler<S>) of(kind.name());
    }

    public Handler<?> of(KindName kind) {
        Handler<?> handler = byKind.get(kind);
        if (handler == null) {
            throw new IllegalArgumentException("no handler is wired for kind " + kind);
        }
        return handler;
    }

    /** The same kinds, where nothing of them can be looked at. */
    public Handlers blindedBy(Fault fault) {
        return new Handlers(byKind.values().stream()
                .<Handler<?>>map(it -> blinded(it, fault))
                .toList());
    }

    private static <S> Handler<S> blinded(Handler<S> handler, Fault fault) {
        Observer<S> blind = asks -> {
            Map<ResourceId, Observed<S>> seen = new LinkedHashMap<>();
            asks.forEach(it -> seen.put(it.id(), Observed.unseen(fault)));
            return seen;
        };
        return new Handler<>(handler.kind(), blind, handler.actuator(), handler.explorer());
    }

    public boolean knows(KindName kind) {
        return byKind.containsKey(kind);
    }
}
