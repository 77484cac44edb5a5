package io.holdfast.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The SDK's way to a sandbox without a socket. */
public final class InProcessHttpClient implements SdkHttpClient {

    private final Sandbox sandbox;

    public InProcessHttpClient(Sandbox sandbox) {
        this.sandbox = sandbox;
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
            var response = sandbox.handle(wire(request));
            var http = SdkHttpResponse.builder().statusCode(response.status());
            response.headers().forEach(http::putHeader);
            return HttpExecuteResponse.builder()
                    .response(http.build())
                    .responseBody(AbortableInputStream.create(new ByteArrayInputStream(response.body())))
                    .build();
        } catch (ConnectionLost lost) {
            throw lost.isTimeout()
                    ? new SocketTimeoutException(lost.getMessage())
                    : new SocketException(lost.getMessage());
        }
    }

    private static WireRequest wire(HttpExecuteRequest request) {
        var http = request.httpRequest();
        Map<String, String> headers = new LinkedHashMap<>();
        http.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
        var query = http.encodedQueryParameters().orElse("");
        return new WireRequest(http.method().name(), http.encodedPath(), query, headers, body(request));
    }

    private static byte[] body(HttpExecuteRequest request) {
        return request.contentStreamProvider()
                .map(content -> {
                    try (var stream = content.newStream()) {
                        return stream.readAllBytes();
                    } catch (IOException inMemory) {
                        throw new UncheckedIOException(inMemory);
                    }
                })
                .orElse(new byte[0]);
    }
}
