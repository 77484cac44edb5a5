package io.holdfast.desired.folder;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.finding.Finding;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a place of environments holds at one moment.
 *
 * @param environments each of them by name. Without trouble, one that is not in it is not there any more; with trouble
 *     nothing can be said of it
 * @param trouble why the place as a whole could not be read
 */
public record Sight(SortedMap<String, Sheet> environments, Optional<Finding> trouble) {
    public Sight {
        environments = Collections.unmodifiableSortedMap(new TreeMap<>(environments));
        requireNonNull(trouble, "trouble");
    }

    /** One look at one folder, of which these environments were known before. */
    public static Sight of(Look look, Set<String> known) {
        return look instanceof Look.Seen seen ? of(seen.snapshot()) : troubled(((Look.Trouble) look).finding(), known);
    }

    private static Sight of(Snapshot snapshot) {
        return new Sight(by(snapshot.environments(), it -> Sheet.of(snapshot)), Optional.empty());
    }

    /** Nothing could be read, and all that is known stays as it was. */
    public static Sight troubled(Finding trouble, Set<String> known) {
        return new Sight(by(known, it -> Sheet.held(Optional.empty(), trouble)), Optional.of(trouble));
    }

    private static SortedMap<String, Sheet> by(Set<String> environments, Function<String, Sheet> sheet) {
        return environments.stream()
                .collect(Collectors.toMap(Function.identity(), sheet, (one, other) -> one, TreeMap::new));
    }
}
