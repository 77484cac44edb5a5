package io.holdfast.sandbox.fault;

import io.holdfast.sandbox.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * The effect happened, and what comes back is not what AWS wrote.
 *
 * @param body how it is spoiled
 * @param status the HTTP status that comes with it
 */
public record Spoiled(Body body, int status) implements Fault {

    private static final byte[] PAGE =
            "<!DOCTYPE html><html><body><h1>Bad gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8);

    /** The ways a body is spoiled. */
    public enum Body {
        /** Cut off in the middle. */
        TRUNCATED,
        /** No bytes at all. */
        EMPTY,
        /** A page of a proxy on the way. */
        HTML
    }

    @Override
    public String name() {
        return "body-" + body.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Answer strike(Attempt attempt) {
        return attempt.proceed().spoiled(this::spoil);
    }

    private WireResponse spoil(WireResponse response) {
        var whole = response.body();
        return switch (body) {
            case TRUNCATED -> new WireResponse(status, response.headers(), Arrays.copyOf(whole, whole.length / 2));
            case EMPTY -> new WireResponse(status, response.headers(), new byte[0]);
            case HTML -> new WireResponse(status, Map.of("Content-Type", "text/html"), PAGE);
        };
    }
}
