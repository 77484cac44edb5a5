package io.holdfast.export;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Find;
import io.holdfast.model.Kind;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import io.holdfast.model.Terms;
import io.holdfast.model.policy.Lineage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds logical names: short, unique, and the same for the same estate. What is ours already keeps the one it has. */
final class Naming {
    private final String environment;
    private final Collection<? extends Kind<?>> kinds;
    private final Marked marked;
    private final Map<String, ResourceId> bySlip = new HashMap<>();
    private final Map<ResourceId, Lineage> lineages = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    Naming(String environment, Collection<? extends Kind<?>> kinds, Marked marked) {
        this.environment = requireNonNull(environment, "environment");
        this.kinds = List.copyOf(kinds);
        this.marked = requireNonNull(marked, "marked");
    }

    List<Item<?>> of(Survey survey) {
        ShortNames shorts = ShortNames.among(survey.finds().values().stream()
                .flatMap(List::stream)
                .filter(it -> it.around().isEmpty())
                .map(Find::name)
                .toList());
        List<Item<?>> items = new ArrayList<>();
        survey.finds().forEach((kind, finds) -> {
            Map<Find<?>, String> names = new LinkedHashMap<>();
            finds.forEach(find -> kept(kind, find).ifPresent(name -> names.put(find, claim(kind, name))));
            Set<String> twins = twins(finds, shorts);
            finds.stream()
                    .filter(find -> !names.containsKey(find))
                    .forEach(find -> names.put(find, name(kind, find, shorts, twins)));
            finds.forEach(find -> items.add(item(kind, find, names.get(find))));
        });
        return items;
    }

    private Optional<String> kept(Kind<?> kind, Find<?> find) {
        Optional<String> name = marked.name(environment, kind.name(), find.tags());
        return find.around()
                .map(around -> name.filter(it -> hasNameOfItsOwn(kind, around))
                        .filter(it -> it.startsWith(outer(kind, around) + ".")))
                .orElse(name);
    }

    private String name(Kind<?> kind, Find<?> find, ShortNames shorts, Set<String> twins) {
        if (find.around().isPresent()) {
            String around = find.around().orElseThrow();
            String outer = outer(kind, around);
            return hasNameOfItsOwn(kind, around)
                    ? first(kind, Stream.of(outer + "." + ShortNames.plain(find.name())))
                    : claim(kind, outer);
        }
        String brief = shorts.of(find.name());
        Stream<String> names = Stream.of(ShortNames.plain(find.name()), ShortNames.plain(find.key()));
        return first(
                kind, twins.contains(brief.toLowerCase(Locale.ROOT)) ? names : Stream.concat(Stream.of(brief), names));
    }

    /** Of several with one short name none gets it, or it would depend on the others which. */
    private static Set<String> twins(List<Find<?>> finds, ShortNames shorts) {
        Set<String> once = new HashSet<>();
        Set<String> twins = new HashSet<>();
        finds.stream()
                .map(it -> shorts.of(it.name()).toLowerCase(Locale.ROOT))
                .filter(it -> !once.add(it))
                .forEach(twins::add);
        return twins;
    }

    private String first(Kind<?> kind, Stream<String> names) {
        List<String> candidates = names.toList();
        String last = candidates.get(candidates.size() - 1);
        Stream<String> numbered = Stream.iterate(2, it -> it + 1).map(it -> last + "-" + it);
        return Stream.concat(candidates.stream(), numbered)
                .filter(it -> !used.contains(slip(kind, it)))
                .findFirst()
                .map(it -> claim(kind, it))
                .orElseThrow();
    }

    private String claim(Kind<?> kind, String name) {
        used.add(slip(kind, name));
        return name;
    }

    private static String slip(Kind<?> kind, String name) {
        return kind.name().segment() + "/" + name.toLowerCase(Locale.ROOT);
    }

    private String outer(Kind<?> kind, String around) {
        return around(kind, around).name();
    }

    private ResourceId around(Kind<?> kind, String around) {
        return requireNonNull(
                bySlip.get(Survey.slip(Survey.around(kind, kinds), around)),
                () -> kind.name() + " stands in what nobody found: " + around);
    }

    private boolean hasNameOfItsOwn(Kind<?> kind, String around) {
        long words = outer(kind, around).chars().filter(it -> it == '.').count() + 1;
        return kind.slot().keys().stream().filter(Slot.ANY::equals).count() > words;
    }

    private <S> Item<S> item(Kind<S> kind, Find<?> find, String name) {
        ResourceId id = new ResourceId(environment, kind.name(), name);
        Optional<ResourceId> around = find.around().map(it -> around(kind, it));
        Lineage lineage = Lineage.of(id, around.map(lineages::get));
        bySlip.put(Survey.slip(Optional.of(kind), find.key()), id);
        lineages.put(id, lineage);
        return new Item<>(
                id, kind, find.key(), around, kind.stateType().cast(find.state()), new Terms(false, false, lineage));
    }
}
