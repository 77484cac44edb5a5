package io.holdfast.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The sandbox on a port of this machine, so that {@code aws --endpoint-url} and other programs can use it. It listens on the loopback
 * address only: there is no authentication here.
 */
public final class LoopbackServer implements AutoCloseable {

    private static final int THREADS = 4;

    /** Longer than the read timeout of the stock SDKs and CLI, which is a minute at most. */
    private static final Duration HOLD = Duration.ofSeconds(90);

    private static final int INTERNAL_ERROR = 500;

    private final Sandbox sandbox;
    private final HttpServer server;
    private final ScheduledExecutorService threads;

    private LoopbackServer(Sandbox sandbox, HttpServer server, ScheduledExecutorService threads) {
        this.sandbox = sandbox;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts to listen.
     *
     * @param port the port, or 0 for any free one
     * @throws UncheckedIOException when the port cannot be had
     */
    public static LoopbackServer start(Sandbox sandbox, int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var http = HttpServer.create(address, 0);
            var server = new LoopbackServer(
                    sandbox, http, Executors.newScheduledThreadPool(THREADS, LoopbackServer::daemon));
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException busy) {
            throw new UncheckedIOException("sandbox port " + port + " cannot be opened: " + busy.getMessage(), busy);
        }
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Stops listening at once; answers still due are dropped. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            var response = sandbox.handle(request(exchange));
            later(response.delay(), () -> send(exchange, response));
        } catch (ConnectionLost lost) {
            later(lost.isTimeout() ? HOLD : Duration.ZERO, exchange::close);
        } catch (RuntimeException | Error defect) {
            // The caller finds out: a defect of the sandbox must not look like a hanging AWS.
            send(exchange, failure(defect));
        }
    }

    private void later(Duration delay, Runnable action) {
        if (delay.isZero()) {
            action.run();
        } else {
            // What the action throws would be lost with the future, so that it must handle everything itself.
            var unused = threads.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static WireRequest request(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        var uri = exchange.getRequestURI();
        var body = exchange.getRequestBody().readNBytes(Sandbox.LARGEST_BODY + 1);
        return new WireRequest(exchange.getRequestMethod(), uri.getRawPath(), uri.getRawQuery(), headers, body);
    }

    private static void send(HttpExchange exchange, WireResponse response) {
        try (exchange) {
            var body = response.body();
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            // The client has hung up. It knows, and nobody else has to.
        }
    }

    private static WireResponse failure(Throwable defect) {
        var text = "The sandbox failed: " + defect;
        return new WireResponse(
                INTERNAL_ERROR, Map.of("Content-Type", "text/plain"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "sandbox-loopback");
        thread.setDaemon(true);
        return thread;
    }
}
