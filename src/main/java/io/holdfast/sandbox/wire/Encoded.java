package io.holdfast.sandbox.wire;

import java.util.Map;

/**
 * An answer in a protocol's bytes.
 *
 * @param status the HTTP status
 * @param headers the headers the protocol asks for
 * @param body the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, to the front that sends it; never compared
public record Encoded(int status, Map<String, String> headers, byte[] body) {

    /** Copies the headers; the bytes are handed over. */
    public Encoded {
        headers = Map.copyOf(headers);
    }
}
