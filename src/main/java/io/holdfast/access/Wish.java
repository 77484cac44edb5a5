package io.holdfast.access;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What somebody wants.
 *
 * @param role the least that is needed for it
 * @param isAction whether something may be different afterwards; nobody acts without a name
 * @param environment where; absent when it concerns the fleet
 */
public record Wish(Role role, boolean isAction, Optional<String> environment) {
    public Wish {
        requireNonNull(role, "role");
        requireNonNull(environment, "environment");
    }
}
