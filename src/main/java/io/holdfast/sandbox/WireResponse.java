package io.holdfast.sandbox;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * One HTTP response. {@code Content-Length} is left to the front that sends it.
 *
 * @param status the HTTP status
 * @param headers the headers, as they are to be sent
 * @param body the bytes of the body
 * @param delay how long after the request the answer is to arrive; zero unless a fault asked for it. The fronts decide what
 *     waiting means to them: the loopback port really waits, a test may move its clock or time the call out
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out; responses are never compared
public record WireResponse(int status, Map<String, String> headers, byte[] body, Duration delay) {

    /** Copies the headers and the body. */
    public WireResponse {
        headers = Map.copyOf(headers);
        body = body.clone();
        requireNonNull(delay, "delay");
    }

    /** An answer that arrives at once. */
    public WireResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Duration.ZERO);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The same answer, arriving later. */
    public WireResponse after(Duration later) {
        return new WireResponse(status, headers, body, later);
    }

    @Override
    public String toString() {
        return status + " " + new String(body, StandardCharsets.UTF_8);
    }
}
