package io.holdfast.web.hook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.sandbox.TestClock;
import io.holdfast.web.RawProblems;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door over a real socket, behind an HTTP server that has nothing else. */
class HookDoorTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final int SOCKET_MILLIS = 60_000;
    private static final Duration PLENTY = Duration.ofSeconds(60);
    private static final String START = "POST /hooks/git HTTP/1.1\r\nHost: localhost\r\n";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger looks = new AtomicInteger();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private HttpServer server;

    @BeforeEach
    void open() throws Exception {
        open(new Body(vertx, PATIENCE, 64));
    }

    private void open(Body body) throws Exception {
        HookSettings settings =
                new HookSettings(Optional.of(HookSecrets.of(List.of(Sender.SECRET))), Watched.anything());
        HookDoor door = new HookDoor(
                settings, looks::incrementAndGet, body, new RawProblems(new ObjectMapper()), registry, new TestClock());
        Router router = Router.router(vertx);
        door.open(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /** What is answered until the server closes the connection, which it is asked to. */
    private String answer(String... parts) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.setSoTimeout(SOCKET_MILLIS);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                for (String part : parts) {
                    socket.getOutputStream().write(part.getBytes(ISO_8859_1));
                }
                InputStream in = socket.getInputStream();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    answer.write(next);
                }
            } catch (SocketException reset) {
                // Closed while we still sent; what was answered before is the answer.
            }
            return answer.toString(UTF_8);
        }
    }

    private static String signed(String body) {
        return START + "Connection: close\r\nX-Hub-Signature-256: " + Sender.sha256(Sender.SECRET, body.getBytes(UTF_8))
                + "\r\n";
    }

    private static String sized(String body) {
        return "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String chunked(String body) {
        return "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                + "\r\n0\r\n\r\n";
    }

    private double counted(Outcome outcome) {
        return registry.get("holdfast.hooks.deliveries")
                .tag("outcome", outcome.word())
                .counter()
                .count();
    }

    @Test
    void aSignedDeliveryIsTakenAtOnce() throws IOException {
        assertThat(answer(signed("{}") + sized("{}")))
                .startsWith("HTTP/1.1 202 ")
                .contains("\"outcome\":\"fetch\"");
        assertThat(answer(signed("{}") + chunked("{}"))).startsWith("HTTP/1.1 202 ");
        assertThat(looks).hasValue(2);
        assertThat(counted(Outcome.FETCH)).isEqualTo(2);
    }

    @Test
    void whoCannotProveThemselvesAllHearTheSame() throws IOException {
        String unsigned = answer(START + "Connection: close\r\n" + sized("{}"));
        String wrong = answer(signed("{\"a\": 1}") + sized("{}"));

        assertThat(unsigned).startsWith("HTTP/1.1 401 ").contains("application/problem+json");
        assertThat(wrong).isEqualTo(unsigned);
        assertThat(looks).hasValue(0);
        assertThat(counted(Outcome.UNPROVED)).isEqualTo(2);
    }

    @Test
    void whatIsNoObjectIsSaidToBeNone() throws IOException {
        assertThat(answer(signed("[") + sized("["))).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void anythingButPostIsRefused() throws IOException {
        for (String method : List.of("GET", "PUT", "DELETE", "OPTIONS")) {
            assertThat(answer(method + " /hooks/git HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 405 ")
                    .containsIgnoringCase("allow: POST");
        }
    }

    @Test
    void aBodyIsTakenUpToItsLimitAndNoByteFurther() throws IOException {
        String most = "{}" + " ".repeat(Body.MOST - 2);

        assertThat(answer(signed(most) + sized(most))).startsWith("HTTP/1.1 202 ");
        assertThat(answer(signed(most) + chunked(most))).startsWith("HTTP/1.1 202 ");
        assertThat(answer(signed(most + " ") + chunked(most + " "))).startsWith("HTTP/1.1 413 ");
    }

    /** Nothing of it is waited for: not one byte of the gigabyte is ever sent. */
    @Test
    void aBodyThatSaysHowMuchTooLargeItIsIsRefusedUnread() throws IOException {
        assertThat(answer(START + "Content-Length: 1073741824\r\n\r\n")).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void aBodyThatNeverEndsIsCutOff() throws IOException {
        String[] parts = new String[1_000];
        parts[0] = START + "Transfer-Encoding: chunked\r\n\r\n";
        Arrays.fill(parts, 1, parts.length, "1000\r\n" + "a".repeat(0x1000) + "\r\n");

        // A reset may overtake the answer, so that it is not always seen here; that it was given is counted.
        assertThat(answer(parts)).matches(it -> it.isEmpty() || it.startsWith("HTTP/1.1 413 "));
        assertThat(counted(Outcome.TOO_LARGE)).isEqualTo(1);
        assertThat(looks).hasValue(0);
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedFor() throws IOException {
        assertThat(answer(START + "Content-Length: 2\r\n\r\n{")).startsWith("HTTP/1.1 408 ");
        assertThat(answer(signed("{}") + sized("{}"))).startsWith("HTTP/1.1 202 ");
        assertThat(counted(Outcome.SLOW)).isEqualTo(1);
    }

    @Test
    void whoComesTooOftenIsToldWhenToComeAgain() throws IOException {
        for (int i = 0; i < 30; i++) {
            assertThat(answer(START + "Connection: close\r\n" + sized("{}"))).startsWith("HTTP/1.1 401 ");
        }

        assertThat(answer(signed("{}") + sized("{}")))
                .startsWith("HTTP/1.1 429 ")
                .containsIgnoringCase("retry-after: 4");
        assertThat(looks).hasValue(0);
    }

    /** Nothing of it depends on the patience with a body, which is longer here than the test takes. */
    @Test
    void placesAreGivenBackByWhoeverLeavesBeforeTheEnd() throws Exception {
        // Given a door with room for three
        Body body = new Body(vertx, Duration.ofHours(1), 3);
        open(body);
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
                sockets.add(socket);
                socket.getOutputStream().write((START + "Content-Length: 2\r\n\r\n{").getBytes(ISO_8859_1));
            }
            await().atMost(PLENTY).until(body::isFull);

            // When
            String full = answer(signed("{}") + sized("{}"));
            for (Socket socket : sockets) {
                socket.close();
            }
            await().atMost(PLENTY).until(() -> body.inside() == 0);
            String empty = answer(signed("{}") + sized("{}"));

            // Then
            assertThat(full).startsWith("HTTP/1.1 429 ").containsIgnoringCase("retry-after: 2");
            assertThat(empty).startsWith("HTTP/1.1 202 ");
            await().atMost(PLENTY).until(() -> body.inside() == 0);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
