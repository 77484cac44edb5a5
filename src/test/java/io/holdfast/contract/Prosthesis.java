package io.holdfast.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * In front of a program, the answers to the few calls it does not have and without which nothing else of a kind could be
 * asked of it: the tags of scalable targets, and lists that never change. Whatever else is asked, the program answers.
 */
final class Prosthesis implements SdkHttpClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGETS = "AnyScaleFrontendService.";
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");
    private static final int OK = 200;
    private static final int NOT_IMPLEMENTED = 501;

    private final SdkHttpClient program;
    private final Map<String, String> answers;
    private final Map<String, ObjectNode> tags = new ConcurrentHashMap<>();

    /**
     * Before a program.
     *
     * @param answers operation of the query protocol to what is always answered
     */
    Prosthesis(SdkHttpClient program, Map<String, String> answers) {
        this.program = program;
        this.answers = Map.copyOf(answers);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest through = program.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(request, through);
            }

            @Override
            public void abort() {
                through.abort();
            }
        };
    }

    private HttpExecuteResponse answer(HttpExecuteRequest request, ExecutableHttpRequest through) throws IOException {
        String body = body(request);
        String call = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse(action(body));
        return switch (call) {
            case TARGETS + "ListTagsForResource" ->
                said(JSON.createObjectNode().set("Tags", tags(body)).toString());
            case TARGETS + "TagResource" -> {
                tags(body).setAll((ObjectNode) JSON.readTree(body).path("Tags"));
                yield said("{}");
            }
            case TARGETS + "RegisterScalableTarget" ->
                registered(JSON.readTree(body).path("Tags"), through.call());
            default -> answers.containsKey(call) ? said(answers.get(call)) : inPlainWords(through.call());
        };
    }

    /** A page instead of AWS's words means that there is no such call; a status that says so is not asked for again. */
    private static HttpExecuteResponse inPlainWords(HttpExecuteResponse answer) {
        SdkHttpResponse http = answer.httpResponse();
        boolean isPage = http.firstMatchingHeader("Content-Type")
                .filter(it -> it.startsWith("text/html"))
                .isPresent();
        return http.isSuccessful() || !isPage
                ? answer
                : HttpExecuteResponse.builder()
                        .response(http.toBuilder().statusCode(NOT_IMPLEMENTED).build())
                        .responseBody(answer.responseBody().orElse(null))
                        .build();
    }

    /** A target that is there already keeps the tags it has. */
    private HttpExecuteResponse registered(JsonNode given, HttpExecuteResponse answer) throws IOException {
        if (answer.httpResponse().statusCode() != OK) {
            return answer;
        }
        JsonNode body = JSON.readTree(answer.responseBody().orElseThrow());
        tags.putIfAbsent(
                body.path("ScalableTargetARN").asText(), given.isObject() ? given.deepCopy() : JSON.createObjectNode());
        return said(body.toString());
    }

    private ObjectNode tags(String body) throws IOException {
        String arn = JSON.readTree(body).path("ResourceARN").asText();
        return tags.computeIfAbsent(arn, it -> JSON.createObjectNode());
    }

    private static String action(String body) {
        Matcher action = ACTION.matcher(body);
        return action.find() ? action.group(1) : "";
    }

    private static String body(HttpExecuteRequest request) {
        return request.contentStreamProvider()
                .map(content -> {
                    try (var stream = content.newStream()) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException inMemory) {
                        throw new UncheckedIOException(inMemory);
                    }
                })
                .orElse("");
    }

    private static HttpExecuteResponse said(String body) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder().statusCode(OK).build())
                .responseBody(
                        AbortableInputStream.create(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    @Override
    public void close() {
        program.close();
    }
}
