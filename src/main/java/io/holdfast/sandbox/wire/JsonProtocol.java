package io.holdfast.sandbox.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** AWS JSON 1.0 and 1.1: the operation is in {@code X-Amz-Target}, members are a JSON object. */
final class JsonProtocol implements Protocol {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> MEMBERS = new TypeReference<>() {};

    private final String contentType;

    JsonProtocol(String contentType) {
        this.contentType = contentType;
    }

    @Override
    public Operation read(String path, Map<String, String> headers, byte[] body) {
        var target = headers.get("x-amz-target");
        return new Operation(target.substring(target.indexOf('.') + 1), new Input(members(body)));
    }

    @Override
    public Encoded answer(String service, String operation, Map<String, Object> output, String requestId) {
        return new Encoded(OK, headers(requestId), bytes(output));
    }

    @Override
    public Encoded refuse(String service, AwsError error, String requestId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("__type", error.code());
        body.put("message", error.getMessage());
        body.putAll(error.members());
        var headers = new LinkedHashMap<>(headers(requestId));
        headers.put("x-amzn-ErrorType", error.code());
        headers.put("x-amzn-query-error", QueryProtocol.errorHeader(error));
        return new Encoded(error.status(), headers, bytes(body));
    }

    private Map<String, String> headers(String requestId) {
        return Map.of("Content-Type", contentType, "x-amzn-RequestId", requestId);
    }

    private static Map<String, Object> members(byte[] body) {
        if (body.length == 0) {
            return Map.of();
        }
        try {
            var members = JSON.readValue(body, MEMBERS);
            return members == null ? Map.of() : members;
        } catch (IOException malformed) {
            throw AwsError.badRequest("SerializationException", "The body is not a JSON object.");
        }
    }

    private static byte[] bytes(Map<String, Object> output) {
        try {
            return JSON.writeValueAsBytes(Tree.plain(output, time -> BigDecimal.valueOf(time.toEpochMilli(), 3)));
        } catch (JsonProcessingException notATree) {
            throw new UncheckedIOException(notATree);
        }
    }
}
