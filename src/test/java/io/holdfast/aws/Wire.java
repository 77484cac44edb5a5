package io.holdfast.aws;

import io.holdfast.model.AwsTarget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** What goes over the wire when the real SDK asks: each request is remembered, and answered by a function. */
public final class Wire implements SdkHttpClient {
    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    public static final AwsTarget TARGET = new AwsTarget("123456789012", "us-east-1", Optional.empty());

    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");

    /** A request, as far as a test wants to know. */
    public record Asked(String operation, String body, String authorization) {}

    /** An answer; one without a status is a connection that breaks. */
    public record Said(int status, String body) {
        public static Said ok(String body) {
            return new Said(200, body);
        }

        public static Said error(int status, String code, String message) {
            return new Said(status, "{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}");
        }

        public static Said nothing() {
            return new Said(0, "");
        }
    }

    private final Function<Asked, Said> answer;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public Wire(Function<Asked, Said> answer) {
        this.answer = answer;
    }

    public List<Asked> asked() {
        return asked;
    }

    public List<String> operations() {
        return asked.stream().map(Asked::operation).toList();
    }

    /** Settings under which time stands still and nobody waits. */
    public AwsSettings settings() {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "not-a-secret"));
        return AwsSettings.of(this, credentials, "holdfast-1")
                .gatheringFor(Duration.ofMinutes(5))
                .timedBy(Clock.fixed(NOW, ZoneOffset.UTC), new StillTicker());
    }

    public AwsAccess access() {
        return new AwsAccessPool(settings()).of(TARGET);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                Asked question = question(request);
                asked.add(question);
                Said said = answer.apply(question);
                if (said.status() == 0) {
                    throw new IOException("connection reset");
                }
                byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder()
                                .statusCode(said.status())
                                .build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                        .build();
            }

            @Override
            public void abort() {}
        };
    }

    private static Asked question(HttpExecuteRequest request) {
        String body = request.contentStreamProvider()
                .map(content -> {
                    try (var stream = content.newStream()) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                })
                .orElse("");
        String target =
                request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        Matcher action = ACTION.matcher(body);
        String operation = !target.isEmpty()
                ? target.substring(target.lastIndexOf('.') + 1)
                : action.find() ? action.group(1) : "";
        return new Asked(
                operation,
                body,
                request.httpRequest().firstMatchingHeader("Authorization").orElse(""));
    }

    @Override
    public void close() {}
}
