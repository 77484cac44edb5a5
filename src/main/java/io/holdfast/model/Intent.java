package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The intention to create something, written down before the call: after a crash or a lost reply it tells that an
 * absence may be only a delay.
 *
 * @param token the idempotency token the create carries
 * @param at when it was written
 */
public record Intent(String token, Instant at) {
    public Intent {
        requireNonNull(token, "token");
        requireNonNull(at, "at");
    }
}
