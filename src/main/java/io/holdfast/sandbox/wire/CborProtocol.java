package io.holdfast.sandbox.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Smithy RPC v2 CBOR: the operation is in the path, members are a CBOR map. */
final class CborProtocol implements Protocol {

    private static final Pattern PATH = Pattern.compile("/service/[^/]+/operation/([A-Za-z0-9]+)/?");

    @Override
    public Operation read(String path, Map<String, String> headers, byte[] body) {
        var named = PATH.matcher(path);
        if (!named.find()) {
            throw AwsError.badRequest("UnknownOperationException", "The path names no operation.");
        }
        return new Operation(named.group(1), new Input(body.length == 0 ? Map.of() : CborReader.map(body)));
    }

    @Override
    public Encoded answer(String service, String operation, Map<String, Object> output, String requestId) {
        return new Encoded(OK, headers(requestId), CborWriter.bytes(output));
    }

    @Override
    public Encoded refuse(String service, AwsError error, String requestId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("__type", error.code());
        body.put("message", error.getMessage());
        body.putAll(error.members());
        var headers = new LinkedHashMap<>(headers(requestId));
        headers.put("x-amzn-query-error", QueryProtocol.errorHeader(error));
        return new Encoded(error.status(), headers, CborWriter.bytes(body));
    }

    private static Map<String, String> headers(String requestId) {
        return Map.of(
                "Content-Type", "application/cbor", "smithy-protocol", "rpc-v2-cbor", "x-amzn-RequestId", requestId);
    }
}
