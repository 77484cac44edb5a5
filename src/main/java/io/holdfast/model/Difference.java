package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A field in which desired and live differ.
 *
 * @param path dotted, as in the YAML
 * @param desired in normal form, {@link #HIDDEN} if it may be a secret; absent for an undeclared member of something we own
 * @param live likewise; absent when AWS shows nothing
 * @param impact what closing it costs
 * @param call the call that closes it
 * @param digest one short name for the path and both values, those that are never shown included
 */
public record Difference(
        String path, Optional<Object> desired, Optional<Object> live, Impact impact, String call, String digest) {
    /** What stands for a value that may be a secret. */
    public static final String HIDDEN = "(hidden)";

    public Difference {
        requireNonNull(path, "path");
        requireNonNull(desired, "desired");
        requireNonNull(live, "live");
        requireNonNull(impact, "impact");
        requireNonNull(call, "call");
        requireNonNull(digest, "digest");
    }

    /** One whose values may be shown. */
    public static Difference of(
            String path, Optional<Object> desired, Optional<Object> live, Impact impact, String call) {
        return new Difference(path, desired, live, impact, call, digest(path, desired, live));
    }

    static String digest(String path, Optional<Object> desired, Optional<Object> live) {
        return Digest.of(path + "\n" + text(desired) + "\n" + text(live));
    }

    private static String text(Optional<Object> value) {
        return value.map(Normal::text).orElse("");
    }
}
