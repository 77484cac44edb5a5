package io.holdfast.contract;

import io.holdfast.estate.Place;
import io.holdfast.sandbox.TestClock;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The program {@code moto_server} on a free port of this machine, for as long as this is open. */
final class Moto implements AutoCloseable {
    private static final String PROGRAM = "moto_server";
    private static final Pattern READY = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");
    private static final int OK = 200;

    /** Otherwise a new service never runs a task, and its deployment never ends (moto's documentation, ECS). */
    private static final Map<String, String> SETTINGS = Map.of("MOTO_ECS_SERVICE_RUNNING", "10");

    private final Process process;
    private final URI endpoint;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();

    private Moto(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** The program, if it is installed. */
    static Optional<Path> program() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param log where its output goes, once it answers
     */
    static Moto start(Path program, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-p", "0").redirectErrorStream(true);
        builder.environment().putAll(SETTINGS);
        Process process = builder.start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                drain(output, log);
                return new Moto(process, URI.create(ready.group(1)));
            }
        }
        throw new IOException(program + " did not start: " + said);
    }

    /** A pipe nobody empties would stop it. */
    private static void drain(BufferedReader output, Path log) {
        Thread reader = new Thread(() -> {
            try (output;
                    var file = Files.newBufferedWriter(log)) {
                output.transferTo(file);
            } catch (IOException ended) {
                // Its output ends with it, and that is when nobody reads it any more.
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** It, with nothing in it. */
    Place empty() {
        try {
            var connection = (HttpURLConnection)
                    endpoint.resolve("/moto-api/reset").toURL().openConnection();
            connection.setRequestMethod("POST");
            if (connection.getResponseCode() != OK) {
                throw new IOException("reset answered " + connection.getResponseCode());
            }
            TestClock clock = new TestClock(Instant.ofEpochMilli(connection.getDate()));
            return new Place(endpoint, http, clock, Optional.empty());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        http.close();
    }
}
