package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Whose credentials are in use.
 *
 * @param account twelve digits; absent when AWS could not be asked
 * @param trouble why not
 */
public record Caller(Optional<String> account, Optional<Fault> trouble) {
    public Caller {
        requireNonNull(account, "account");
        requireNonNull(trouble, "trouble");
    }

    public static Caller of(String account) {
        return new Caller(Optional.of(account), Optional.empty());
    }

    public static Caller unknown(Fault trouble) {
        return new Caller(Optional.empty(), Optional.of(trouble));
    }
}
