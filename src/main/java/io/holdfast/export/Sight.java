package io.holdfast.export;

import io.holdfast.model.Handler;
import io.holdfast.model.Handlers;
import io.holdfast.model.Kind;
import io.holdfast.model.Observed;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at the items with the loop's own eyes: what is written is what a pass will see. */
final class Sight {
    private final Handlers handlers;
    private final Notes notes;

    Sight(Handlers handlers, Notes notes) {
        this.handlers = handlers;
        this.notes = notes;
    }

    /** The items that are there, and nobody else's; what stands inside another's is another's. */
    List<Seen<?>> of(List<Item<?>> items) {
        Map<Kind<?>, List<Item<?>>> byKind = new LinkedHashMap<>();
        items.forEach(it ->
                byKind.computeIfAbsent(it.kind(), kind -> new ArrayList<>()).add(it));
        Map<ResourceId, Seen<?>> seen = new LinkedHashMap<>();
        byKind.forEach((kind, ofKind) -> look(kind, ofKind).forEach(it -> {
            if (it.item().around().map(seen::containsKey).orElse(true)) {
                seen.put(it.item().id(), it);
            }
        }));
        seen.values().forEach(this::tellIfChanging);
        return List.copyOf(seen.values());
    }

    /** Of what is exported alone: another's is not ours to tell of. */
    private void tellIfChanging(Seen<?> seen) {
        seen.present()
                .facts()
                .underway()
                .ifPresent(it -> notes.left(seen.item().told() + " is changing, and may end up otherwise: " + it));
    }

    /** Items were grouped by their kind, so that they carry the handler's state type. */
    @SuppressWarnings("unchecked")
    private <S> List<Seen<S>> look(Kind<S> kind, List<Item<?>> items) {
        List<Item<S>> ofKind = items.stream().map(it -> (Item<S>) it).toList();
        Handler<S> handler = handlers.of(kind);
        Map<ResourceId, Observed<S>> observed = new HashMap<>(
                handler.observer().observe(ofKind.stream().map(Item::ask).toList()));
        List<Seen<S>> seen = new ArrayList<>();
        for (Item<S> item : ofKind) {
            Observed<S> answer = observed.get(item.id());
            answer.trouble().ifPresent(fault -> notes.notSeen(item.told() + ": " + fault));
            if (answer.isAbsent()) {
                notes.left(item.told() + " vanished meanwhile");
            }
            answer.present().filter(it -> isFree(item, it)).ifPresent(it -> seen.add(new Seen<>(item, it)));
        }
        return seen;
    }

    private <S> boolean isFree(Item<S> item, Observed.Present<S> present) {
        Ownership ownership = present.facts().ownership();
        if (ownership instanceof Ownership.Unknown) {
            notes.notSeen("whose " + item.told() + " is");
        }
        if (ownership instanceof Ownership.Foreign foreign) {
            notes.foreign(item.told(), foreign.owner());
            return false;
        }
        return true;
    }
}
