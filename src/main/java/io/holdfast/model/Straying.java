package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How long something has been declared no longer, and how sure we are.
 *
 * @param since when it was first seen so
 * @param looks how many complete looks have found it so since then, in unbroken order
 */
public record Straying(Instant since, int looks) {
    /** How many complete looks make it certain; more are not counted. */
    public static final int CONFIRMED = 2;

    public Straying {
        requireNonNull(since, "since");
    }

    /**
     * The same after another look.
     *
     * @param complete whether that look saw everything
     */
    public static Straying after(Optional<Straying> before, boolean complete, Instant now) {
        Straying known = before.orElseGet(() -> new Straying(now, 0));
        return complete ? new Straying(known.since, Math.min(known.looks + 1, CONFIRMED)) : known;
    }
}
