package io.holdfast.desired.git;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Sheet;
import io.holdfast.desired.folder.Sight;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How things stand after a fetch.
 *
 * @param sheets what there is of each environment
 * @param troubles why a place cannot be read, where one cannot
 * @param rewritten the heads that environments could follow if a person said so
 * @param strangers files of environments that come from elsewhere, a sentence each
 */
record Standing(
        SortedMap<String, Sheet> sheets,
        SortedMap<Binding, Finding> troubles,
        Map<String, String> rewritten,
        SortedSet<String> strangers) {
    Standing {
        sheets = Collections.unmodifiableSortedMap(new TreeMap<>(sheets));
        troubles = Collections.unmodifiableSortedMap(new TreeMap<>(troubles));
        rewritten = Map.copyOf(rewritten);
        strangers = Collections.unmodifiableSortedSet(new TreeSet<>(strangers));
    }

    static Standing nothing() {
        return new Standing(new TreeMap<>(), new TreeMap<>(), Map.of(), new TreeSet<>());
    }

    /** The same, but nobody knows whether it still is so. */
    Standing inTrouble(Bindings bindings, Finding trouble) {
        SortedMap<String, Sheet> held = new TreeMap<>();
        sheets.forEach((environment, sheet) -> held.put(environment, Sheet.held(sheet.snapshot(), trouble)));
        SortedMap<Binding, Finding> everywhere = new TreeMap<>();
        bindings.all().forEach(it -> everywhere.put(it, trouble));
        return new Standing(held, everywhere, rewritten, strangers);
    }

    /** As the loop sees it: the source as a whole is in trouble when every place is. */
    Sight sight(Bindings bindings, Set<String> known) {
        SortedMap<String, Sheet> all = new TreeMap<>();
        for (String environment : known) {
            Optional.ofNullable(troubles.get(bindings.of(environment)))
                    .ifPresent(it -> all.put(environment, Sheet.held(Optional.empty(), it)));
        }
        all.putAll(sheets);
        boolean everywhere = troubles.keySet().containsAll(bindings.all());
        return new Sight(all, everywhere ? troubles.values().stream().findFirst() : Optional.empty());
    }
}
