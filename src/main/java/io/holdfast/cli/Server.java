package io.holdfast.cli;

import io.holdfast.report.document.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Asks a running Holdfast, and tells in a sentence why it did not answer. */
final class Server {
    /** What environments are called; anything else would be another path. */
    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");

    private static final int UNAUTHORIZED = 401;
    private static final int SUCCESS = 2;
    private static final int HUNDREDS = 100;

    private final ServerOptions options;

    Server(ServerOptions options) {
        this.options = options;
    }

    /** The path of an environment's part. */
    static String path(String environment, String part, CommandSpec spec) {
        if (!ENVIRONMENT.matcher(environment).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "an environment is named by letters, digits, dots, dashes and underscores");
        }
        return "/api/v1/environments/" + environment + "/" + part;
    }

    <D> D get(String path, Class<D> document) {
        return read(answer(options.request(path).build()), document);
    }

    <D> D post(String path, Map<String, ?> body, Class<D> document) {
        HttpRequest request = options.request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
                .build();
        return read(answer(request), document);
    }

    private static <D> D read(String text, Class<D> document) {
        try {
            return Json.read(text, document);
        } catch (IllegalArgumentException strange) {
            throw new Unanswerable(
                    "the answer is not one of a Holdfast of this version: " + strange.getMessage(), strange);
        }
    }

    private static String answer(HttpRequest request) {
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(ServerOptions.patience())
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / HUNDREDS != SUCCESS) {
                throw new Unanswerable(refusal(request, response));
            }
            return response.body();
        } catch (HttpTimeoutException late) {
            throw new OutOfTime(request.uri() + " did not answer in time; --timeout gives it longer", late);
        } catch (IOException away) {
            throw new Unanswerable("no Holdfast answers at " + request.uri() + ": " + why(away), away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unanswerable("interrupted", stopped);
        }
    }

    /** The JDK says nothing more of a connection that could not be made. */
    private static String why(IOException away) {
        return away instanceof ConnectException
                ? "nobody listens there; --server names another place"
                : away.toString();
    }

    private static String refusal(HttpRequest request, HttpResponse<String> response) {
        if (response.statusCode() == UNAUTHORIZED) {
            return request.uri() + " takes a token that is valid there; put one into a file and name it with"
                    + " --token-file, or into the environment as " + ServerOptions.VARIABLE;
        }
        return request.uri() + " answered " + response.statusCode()
                + detail(response.body()).map(it -> ": " + it).orElse("");
    }

    /** What a problem document (RFC 9457) says for people. */
    private static Optional<String> detail(String body) {
        try {
            return Optional.ofNullable(Json.read(body, Map.class).get("detail")).map(String::valueOf);
        } catch (IllegalArgumentException other) {
            // Whatever stands between us and the server answered in words of its own; the status has been told.
            return Optional.empty();
        }
    }
}
