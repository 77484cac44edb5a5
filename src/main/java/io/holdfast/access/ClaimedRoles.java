package io.holdfast.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the roles that an identity provider speaks of are worth here; one nobody mapped is worth nothing. */
public final class ClaimedRoles {
    private final Map<String, Rights> worth;

    public ClaimedRoles(Map<String, Rights> worth) {
        this.worth = Map.copyOf(new TreeMap<>(worth));
    }

    /** Everything that is given for any of the roles. */
    public Rights of(Collection<String> claimed) {
        return Rights.union(claimed.stream()
                .map(it -> Optional.ofNullable(worth.get(it)))
                .flatMap(Optional::stream)
                .toList());
    }
}
