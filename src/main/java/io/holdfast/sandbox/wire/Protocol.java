package io.holdfast.sandbox.wire;

import java.util.Map;

/** One of AWS's ways to write a request and its answer. */
public interface Protocol {

    /** HTTP status of an answer that is no refusal. */
    int OK = 200;

    /** The protocol a request is written in, told by its headers (names in lower case). */
    static Protocol of(Map<String, String> headers) {
        if ("rpc-v2-cbor".equals(headers.get("smithy-protocol"))) {
            return new CborProtocol();
        }
        if (headers.containsKey("x-amz-target")) {
            return new JsonProtocol(headers.getOrDefault("content-type", "application/x-amz-json-1.1"));
        }
        return new QueryProtocol();
    }

    /** Reads the operation and its members; a malformed request is an {@link AwsError}. */
    Operation read(String path, Map<String, String> headers, byte[] body);

    /** Writes the answer of an operation. */
    Encoded answer(String service, String operation, Map<String, Object> output, String requestId);

    /** Writes a refusal. */
    Encoded refuse(String service, AwsError error, String requestId);
}
