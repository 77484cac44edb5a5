package io.holdfast.app;

import io.holdfast.sandbox.ConnectionLost;
import io.holdfast.sandbox.Sandbox;
import io.holdfast.sandbox.WireRequest;
import io.holdfast.sandbox.WireResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The SDK's way to the sandbox, without a socket: whatever endpoint a request names, it cannot leave the process. Delays
 * that a fault asks for are left to the sandbox's other front; here an answer is there at once.
 */
final class SandboxHttpClient implements SdkHttpClient {
    private final Sandbox sandbox;

    SandboxHttpClient(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public String clientName() {
        return "Sandbox";
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(request);
            }

            @Override
            public void abort() {}
        };
    }

    @Override
    public void close() {}

    private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
        try {
            return response(sandbox.handle(wire(request)));
        } catch (ConnectionLost lost) {
            throw lost.isTimeout()
                    ? new SocketTimeoutException(lost.getMessage())
                    : new SocketException(lost.getMessage());
        }
    }

    private static WireRequest wire(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        Map<String, String> headers = new LinkedHashMap<>();
        http.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
        String query = http.encodedQueryParameters().orElse("");
        return new WireRequest(http.method().name(), http.encodedPath(), query, headers, body(request));
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        var content = request.contentStreamProvider();
        if (content.isEmpty()) {
            return new byte[0];
        }
        try (InputStream stream = content.orElseThrow().newStream()) {
            return stream.readAllBytes();
        }
    }

    private static HttpExecuteResponse response(WireResponse answered) {
        SdkHttpResponse.Builder http = SdkHttpResponse.builder().statusCode(answered.status());
        answered.headers().forEach(http::putHeader);
        return HttpExecuteResponse.builder()
                .response(http.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answered.body())))
                .build();
    }
}
