package io.holdfast.web.hook;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What is known of the deliveries that may come.
 *
 * @param secrets by which they are believed; absent where none is configured, and then there is no door
 * @param watched what of a repository concerns us
 */
public record HookSettings(Optional<HookSecrets> secrets, Watched watched) {
    public HookSettings {
        requireNonNull(secrets, "secrets");
        requireNonNull(watched, "watched");
    }
}
