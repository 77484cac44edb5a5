package io.holdfast.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All that one visitor may do. */
public final class Rights {
    private static final Rights NONE = new Rights(List.of());

    private final List<Grant> grants;

    private Rights(List<Grant> grants) {
        this.grants = List.copyOf(grants);
    }

    public static Rights none() {
        return NONE;
    }

    /** A role in every environment, and where no environment is spoken of. */
    public static Rights everywhere(Role role) {
        return new Rights(List.of(new Grant(role, "*")));
    }

    /**
     * As configuration writes them: {@code viewer@*, approver@staging}.
     *
     * @throws IllegalArgumentException when one of them is written otherwise
     */
    public static Rights parse(String text) {
        return new Rights(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Grant::parse)
                .toList());
    }

    static Rights union(Collection<Rights> several) {
        return new Rights(several.stream().flatMap(it -> it.grants.stream()).toList());
    }

    boolean isNone() {
        return grants.isEmpty();
    }

    /** Whether a role is held in an environment. */
    public boolean allow(Role role, String environment) {
        return holding(role).anyMatch(it -> it.covers(environment));
    }

    /** Whether a role is held in every environment. */
    public boolean allowEverywhere(Role role) {
        return holding(role).anyMatch(Grant::isEverywhere);
    }

    /** Whether a role is held in at least one environment. */
    public boolean allowSomewhere(Role role) {
        return holding(role).findAny().isPresent();
    }

    private Stream<Grant> holding(Role role) {
        return grants.stream().filter(it -> it.role().includes(role));
    }

    /** {@code viewer@*, approver@staging} */
    @Override
    public String toString() {
        return String.join(", ", grants.stream().map(Grant::toString).toList());
    }
}
