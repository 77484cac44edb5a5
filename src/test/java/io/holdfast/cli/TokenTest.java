package io.holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.holdfast.access.TokenHash;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens on the command line: made, shown to a server, and to nobody else. */
class TokenTest {
    private static final String TOKEN = "holdfast_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U";

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> shown = new ArrayList<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            shown.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = "{\"schema\": \"holdfast.status/v1\", \"trouble\": [], \"environments\": []}".getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int run(String... args) {
        return Cli.of(
                        "1.0",
                        List::of,
                        viewpoint -> {
                            throw new IllegalStateException("nobody looks");
                        },
                        sandbox -> {},
                        new Surroundings(SecureRandom::new, variables::get, () -> false))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private int status(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "status", "--server", "http://127.0.0.1:" + server.getAddress().getPort()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("token"), text).toString();
    }

    @Test
    void aNewTokenAndItsHashBelongTogether() {
        // When
        int code = run("token", "new", "--name", "ci");

        // Then
        List<String> lines = out.toString().lines().toList();
        assertThat(code).isZero();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).matches("holdfast_[A-Za-z0-9_-]{43}");
        assertThat(lines.get(1))
                .isEqualTo("holdfast.auth.tokens.ci.hash="
                        + TokenHash.of(lines.get(0)).written());
        assertThat(err.toString()).doesNotContain(lines.get(0)).contains("holdfast.auth.tokens.ci.roles");
    }

    @Test
    void noTwoTokensAreAlike() {
        run("token", "new");
        run("token", "new");

        assertThat(out.toString().lines().distinct()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CI", "a b", "a.b", "-a", "ü", "a\nb"})
    void aNameThatWouldNotBeOneKeyIsRefused(String name) {
        assertThat(run("token", "new", "--name", name)).isEqualTo(64);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tokenAloneIsAMisunderstanding() {
        assertThat(run("token")).isEqualTo(64);
    }

    @Test
    void aTokenComesFromAFileBeforeTheEnvironment() throws IOException {
        variables.put("HOLDFAST_TOKEN", "other");

        int code = status("--token-file", file(TOKEN + "\n"));

        assertThat(code).isZero();
        assertThat(shown).containsExactly("Bearer " + TOKEN);
    }

    @Test
    void aTokenComesFromTheEnvironment() {
        variables.put("HOLDFAST_TOKEN", TOKEN);

        assertThat(status()).isZero();
        assertThat(shown).containsExactly("Bearer " + TOKEN);
    }

    @Test
    void withoutATokenNoneIsShown() {
        variables.put("HOLDFAST_TOKEN", "  ");

        assertThat(status()).isZero();
        assertThat(shown).containsExactly("null");
    }

    @Test
    void thereIsNoArgumentForATokenItself() {
        assertThat(status("--token", TOKEN)).isEqualTo(64);
        assertThat(shown).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://holdfast.example:8080",
                "http://10.0.0.7:8080",
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example",
                "http://127.evil.example",
                "http://localhost@evil.example",
                "HTTP://evil.example"
            })
    void aTokenIsNotSentWhereOthersCanListen(String elsewhere) {
        variables.put("HOLDFAST_TOKEN", TOKEN);

        assertThat(run("status", "--server", elsewhere)).isEqualTo(1);
        assertThat(err.toString())
                .contains("a token is not sent to")
                .contains("https")
                .doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "two\nlines", "ünïcode", "a\u0007b"})
    void whatIsNoTokenIsNotSentAndNotShown(String text) throws IOException {
        int code = status("--token-file", file(text));

        assertThat(code).isEqualTo(1);
        assertThat(shown).isEmpty();
        assertThat(err.toString()).contains("holds no token");
        if (!text.isEmpty()) {
            assertThat(err.toString()).doesNotContain(text);
        }
    }

    @Test
    void aTokenFileThatIsAwayIsAnError() {
        assertThat(status("--token-file", folder.resolve("nowhere").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("the token cannot be read").contains("nowhere");
    }

    @Test
    void aServerThatWantsATokenSaysHowToGiveOne() {
        status = 401;

        assertThat(status()).isEqualTo(1);
        assertThat(err.toString()).contains("--token-file").contains("HOLDFAST_TOKEN");
    }
}
