package io.holdfast.export;

import io.holdfast.model.Exploration;
import io.holdfast.model.Explored;
import io.holdfast.model.Find;
import io.holdfast.model.Handlers;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the explorers found, kind by kind: what others stand in comes first.
 *
 * @param finds by kind, in that order; only those that are taken
 */
record Survey(Map<Kind<?>, List<Find<?>>> finds) {
    static Survey of(Collection<? extends Kind<?>> kinds, Scope scope, Handlers handlers, Notes notes) {
        Map<KindName, List<Find<?>>> all = new LinkedHashMap<>();
        Explored explored = kind -> all.getOrDefault(kind, List.of()).stream()
                .<String>map(Find::key)
                .toList();
        outermostFirst(kinds).forEach(kind -> {
            Exploration<?> exploration = handlers.of(kind.name()).explorer().explore(scope, explored);
            exploration.blind().forEach(it -> notes.notSeen(it.toString()));
            exploration.missing().forEach(notes::missing);
            exploration.left().forEach(notes::left);
            all.put(kind.name(), List.copyOf(exploration.finds()));
        });
        Survey survey = new Survey(taken(kinds, scope, all));
        unmatched(scope, survey).forEach(notes::missing);
        return survey;
    }

    static List<Kind<?>> outermostFirst(Collection<? extends Kind<?>> kinds) {
        return kinds.stream()
                .<Kind<?>>map(it -> it)
                .sorted(Comparator.comparing(kind -> kind.slot().keys().size()))
                .toList();
    }

    /** What stands inside something is taken with it. */
    private static Map<Kind<?>, List<Find<?>>> taken(
            Collection<? extends Kind<?>> kinds, Scope scope, Map<KindName, List<Find<?>>> all) {
        Map<Kind<?>, List<Find<?>>> taken = new LinkedHashMap<>();
        Set<String> slips = new HashSet<>();
        outermostFirst(kinds).forEach(kind -> {
            List<Find<?>> ofKind = new ArrayList<>();
            for (Find<?> find : all.get(kind.name())) {
                boolean takes = find.around()
                        .map(around -> slips.contains(slip(around(kind, kinds), around)))
                        .orElseGet(() -> scope.takes(find.name(), find.tags()));
                if (takes) {
                    slips.add(slip(Optional.of(kind), find.key()));
                    ofKind.add(find);
                }
            }
            taken.put(kind, ofKind);
        });
        return taken;
    }

    /** The kind inside whose declaration this one stands. */
    static Optional<Kind<?>> around(Kind<?> kind, Collection<? extends Kind<?>> kinds) {
        return kinds.stream()
                .<Kind<?>>map(it -> it)
                .filter(it -> kind.slot().isInside(it.slot()))
                .max(Comparator.comparing(it -> it.slot().keys().size()));
    }

    /** What tells a resource from all others: several kinds may use one name. */
    static String slip(Optional<Kind<?>> kind, String key) {
        return kind.map(it -> it.name().segment()).orElse("") + " " + key;
    }

    private static List<String> unmatched(Scope scope, Survey survey) {
        Set<String> found = new HashSet<>();
        survey.finds()
                .values()
                .forEach(ofKind ->
                        ofKind.stream().filter(it -> it.around().isEmpty()).forEach(it -> found.add(it.name())));
        return scope.names().stream()
                .filter(it -> !found.contains(it))
                .sorted()
                .map(it -> "resource named " + it)
                .toList();
    }
}
