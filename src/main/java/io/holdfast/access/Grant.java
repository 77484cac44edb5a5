package io.holdfast.access;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A role somewhere: {@code approver@staging}, {@code viewer@*}.
 *
 * @param role what may be done there
 * @param environment the name of one environment, or {@code *} for every one, those included that come later
 */
record Grant(Role role, String environment) {
    private static final String EVERYWHERE = "*";
    private static final Pattern WRITTEN = Pattern.compile("([a-z]+)@(\\*|[A-Za-z0-9][A-Za-z0-9._-]{0,254})");

    Grant {
        requireNonNull(role, "role");
        requireNonNull(environment, "environment");
    }

    /** @throws IllegalArgumentException when it is written otherwise */
    static Grant parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw strange(text);
        }
        return new Grant(Role.of(written.group(1)).orElseThrow(() -> strange(text)), written.group(2));
    }

    private static IllegalArgumentException strange(String text) {
        return new IllegalArgumentException("\"" + text + "\" is not ROLE@ENVIRONMENT or ROLE@*, where ROLE is one of "
                + String.join(", ", Role.words()));
    }

    boolean isEverywhere() {
        return environment.equals(EVERYWHERE);
    }

    boolean covers(String other) {
        return isEverywhere() || environment.equals(other);
    }

    @Override
    public String toString() {
        return role.word() + "@" + environment;
    }
}
