package io.holdfast.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/**
 * Which running Holdfast is asked, and by whom. A token comes from a file or from the environment and never as an
 * argument, which everybody on the machine could read in the list of processes.
 */
final class ServerOptions {
    /** The environment variable a token is taken from. */
    static final String VARIABLE = "HOLDFAST_TOKEN";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    private final UnaryOperator<String> environment;

    @Option(
            names = "--server",
            defaultValue = "http://localhost:8080",
            description = "Where it runs (${DEFAULT-VALUE}).")
    private URI server;

    @Option(
            names = "--token-file",
            description =
                    "Holds the token to show there; else " + VARIABLE + " is taken, and if that is not set, none.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = Patience.Reader.class,
            description = "How long its answer may take (${DEFAULT-VALUE}).")
    private Patience patience;

    /** @param environment gives the value of an environment variable, null for one that is not set */
    ServerOptions(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /** A request to the server, with the token if there is one. */
    HttpRequest.Builder request(String path) {
        URI uri = server.resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience.time());
        token().ifPresent(it -> {
            refuseToShow(uri);
            request.header("Authorization", "Bearer " + it);
        });
        return request;
    }

    /** How long it may take to be reached; its answer has its own time. */
    static Duration patience() {
        return PATIENCE;
    }

    /** How long its answer may take. */
    Patience answersIn() {
        return patience;
    }

    private Optional<String> token() {
        return tokenFile
                .map(ServerOptions::read)
                .or(() -> Optional.ofNullable(environment.apply(VARIABLE))
                        .filter(it -> !it.isBlank())
                        .map(it -> checked(it, VARIABLE)));
    }

    private static String read(Path file) {
        try {
            return checked(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (IOException unreadable) {
            throw new Unanswerable("the token cannot be read: " + unreadable, unreadable);
        }
    }

    /** What is wrong with it is told without it. */
    private static String checked(String text, String where) {
        String token = text.strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new Unanswerable(where + " holds no token: one line of letters, digits and any of -._~+/=");
        }
        return token;
    }

    /** Whoever can listen on the way could use it. */
    private static void refuseToShow(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean isSafe = "https".equalsIgnoreCase(uri.getScheme())
                || LOOPBACK.matcher(host).matches();
        if (!isSafe) {
            throw new Unanswerable("a token is not sent to " + uri.getScheme() + "://" + host
                    + ", where others can listen; use https, or go through this machine's own address");
        }
    }
}
