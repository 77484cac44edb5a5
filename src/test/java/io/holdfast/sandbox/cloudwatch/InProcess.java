package io.holdfast.sandbox.cloudwatch;

import io.holdfast.sandbox.Sandbox;
import io.holdfast.sandbox.WireRequest;
import io.holdfast.sandbox.WireResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;

/** Lets the real SDK talk to a sandbox without sockets. */
public final class InProcess implements SdkHttpClient {

    private final Sandbox sandbox;

    public InProcess(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The builder, pointed at the sandbox. */
    public <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(B builder) {
        return builder.httpClient(this)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return answer(sandbox.handle(wireRequest(request)));
            }

            @Override
            public void abort() {}
        };
    }

    @Override
    public void close() {}

    private static WireRequest wireRequest(HttpExecuteRequest request) {
        var http = request.httpRequest();
        var headers = new HashMap<String, String>();
        http.forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
        var body = request.contentStreamProvider().map(provider -> {
            try (var stream = provider.newStream()) {
                return stream.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return new WireRequest(http.method().name(), "/", "", headers, body.orElse(new byte[0]));
    }

    private static HttpExecuteResponse answer(WireResponse response) {
        var http = SdkHttpResponse.builder().statusCode(response.status());
        response.headers().forEach(http::putHeader);
        return HttpExecuteResponse.builder()
                .response(http.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(response.body())))
                .build();
    }
}
