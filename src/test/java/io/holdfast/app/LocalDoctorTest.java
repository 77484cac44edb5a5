package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.holdfast.aws.AwsAccessPool;
import io.holdfast.aws.AwsMeter;
import io.holdfast.cli.Viewpoint;
import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.EnvironmentLoad;
import io.holdfast.desired.LastGood;
import io.holdfast.drift.DriftDetector;
import io.holdfast.model.DesiredState;
import io.holdfast.model.LiveState;
import io.holdfast.model.Memory;
import io.holdfast.report.document.DoctorDocument.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.SdkHttpClient;

/** The doctor without a server, in front of an AWS that denies everything. */
class LocalDoctorTest {
    private static final String DENIED =
            "{\"__type\": \"AccessDeniedException\", \"message\": \"you may not do this\"}";

    private static final LiveState NOTHING = new LiveState(Instant.EPOCH, Map.of(), List.of());

    @TempDir
    private Path folder;

    private HttpServer aws;

    @BeforeEach
    void deny() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.createContext("/", exchange -> {
            byte[] body = DENIED.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("x-amzn-ErrorType", "AccessDeniedException");
            exchange.sendResponseHeaders(400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        aws.start();
        Path environments = Files.createDirectories(folder.resolve("environments"));
        new Yaml(environments).with("one");
        Files.writeString(environments.resolve("two.yaml"), "apiVersion: holdfast.io/v1\nkind: Environment\n");
    }

    @AfterEach
    void stop() {
        aws.stop(0);
    }

    private List<Finding> findings(URI endpoint, Duration ahead) {
        var viewpoint = new Viewpoint(folder.resolve("environments"), Optional.empty(), Optional.of(endpoint), false);
        var config = Configs.sandbox(
                "holdfast.sandbox.enabled",
                "false",
                "holdfast.state-dir",
                folder.resolve("state").toString());
        try (Post post = Post.at(viewpoint, config, Clock.offset(Clock.systemUTC(), ahead))) {
            return post.examine().findings();
        }
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + aws.getAddress().getPort());
    }

    private static Finding one(List<Finding> findings, String subject, String level) {
        return findings.stream()
                .filter(it -> it.subject().equals(subject) && it.level().equals(level))
                .findFirst()
                .orElseThrow(() -> new AssertionError(level + " " + subject + " in " + findings));
    }

    @Test
    void whatIsDeniedIsNamedAndWhatCouldNotBeToldIsNotCalledWell() {
        // When
        List<Finding> findings = findings(endpoint(), Duration.ZERO);

        // Then
        assertThat(one(findings, "source", "OK").found()).startsWith("2 environments");
        assertThat(one(findings, "ledger", "WARN").found()).contains("there is no ledger here");
        assertThat(one(findings, "network", "OK").found()).contains("127.0.0.1 answers");
        assertThat(one(findings, "one", "NG").remedy()).startsWith("allow ecs:DescribeClusters");
        assertThat(one(findings, "two", "NG").found()).contains("problems in the YAML");
        assertThat(one(findings, "one", "SKIP").found()).startsWith("to write: not checked");
        assertThat(findings)
                .noneMatch(it -> it.found().contains("IAM allows") || it.found().contains("is missing"));
        assertThat(folder.resolve("state")).as("a look makes no ledger").doesNotExist();
    }

    @Test
    void aClockThatIsOffAndAnAwsThatIsAwayAreTold() {
        assertThat(one(findings(endpoint(), Duration.ofMinutes(-6)), "network", "NG")
                        .found())
                .contains("behind");

        URI gone = endpoint();
        aws.stop(0);
        assertThat(one(findings(gone, Duration.ZERO), "network", "NG").found()).contains("does not answer");
    }

    @Test
    void whoeverTakesTheCallAndSaysNothingIsWaitedForOnlySoLong() throws IOException {
        // Given
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI endpoint = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            var config = Configs.sandbox("holdfast.sandbox.enabled", "false");
            try (SdkHttpClient http = AwsConnection.http(config.aws());
                    AwsAccessPool pool = new AwsAccessPool(AwsConnection.at(
                            endpoint, AwsConnection.settings(config, http, new Gate(), AwsMeter.none())))) {
                var vicinity = new AwsVicinity(
                        config, http, Optional.of(endpoint), pool, Clock.systemUTC(), Duration.ofMillis(200));
                DesiredState desired = new DesiredSource(
                                folder.resolve("environments"), Kinds.all(), LastGood.inMemory())
                        .load()
                        .of("one")
                        .flatMap(EnvironmentLoad::inForce)
                        .orElseThrow();

                // When
                List<Finding> findings = vicinity.findings(
                        List.of(DriftDetector.detect(desired, NOTHING, Memory.empty(), NOTHING.observedAt())));

                // Then
                assertThat(one(findings, "network", "NG").found()).contains("no answer within PT0.2S");
                assertThat(one(findings, "one", "SKIP").found()).contains("no answer of IAM within PT0.2S");
            }
        }
    }
}
