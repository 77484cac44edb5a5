package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.aws.Ticker;
import io.holdfast.model.Sync;
import io.holdfast.sandbox.CallLog;
import io.holdfast.sandbox.Pace;
import io.holdfast.sandbox.Sandbox;
import io.holdfast.sandbox.Services;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/** The process is asked to stop while a call that writes is on its way. */
class ShutdownTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Sandbox sandbox = new Sandbox(Clock.systemUTC(), new Pace(0.001), 1, Services.all());

    private Engine engine(SdkHttpClient http) {
        HoldfastConfig config = Configs.sandbox(
                "holdfast.source.path",
                folder.toString(),
                "holdfast.ledger.url",
                "jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1");
        return Engine.over(http, config, Clock.systemUTC(), Ticker.system());
    }

    private List<CallLog.Entry> writes() {
        return sandbox.log().writes();
    }

    private void tickUntilSynced(Engine engine) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            engine.tick();
            return engine.board()
                    .find("one")
                    .filter(it -> it.sync() == Sync.SYNCED)
                    .isPresent();
        });
    }

    @ParameterizedTest(name = "in write number {0}")
    @ValueSource(ints = {1, 2, 3})
    void noWriteBeginsAfterTheStopAndTheNextStartGoesOn(int stopAt) {
        // Given
        new Yaml(folder).with("one");
        StoppingClient http = new StoppingClient(stopAt);
        Engine engine = engine(http);
        http.stops(engine);

        // When
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            engine.tick();
            return http.isStopped();
        });

        // Then
        assertThat(writes()).hasSize(stopAt);
        assertThat(sandbox.log().entries())
                .as("calls, reads among them, after the one that was on its way")
                .hasSize(http.callsBefore + 1);

        // And
        try (Engine next = engine(new SandboxHttpClient(sandbox))) {
            tickUntilSynced(next);
            assertThat(writes().stream().filter(it -> it.operation().equals("CreateService")))
                    .hasSize(1);
            assertThat(writes().stream().filter(it -> it.operation().equals("RegisterTaskDefinition")))
                    .hasSize(1);
        }
    }

    /** Asks the engine to stop during the n-th call that writes, and lets that call through once the stop has begun. */
    private final class StoppingClient implements SdkHttpClient {
        private final SdkHttpClient through = new SandboxHttpClient(sandbox);
        private final int stopAt;
        private Engine engine;
        private Thread stop;
        private volatile int callsBefore;

        StoppingClient(int stopAt) {
            this.stopAt = stopAt;
        }

        void stops(Engine stopped) {
            engine = stopped;
            stop = new Thread(engine::close, "stop");
        }

        boolean isStopped() {
            return stop.getState() == Thread.State.TERMINATED;
        }

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            if (isWrite(request) && writes().size() + 1 == stopAt) {
                callsBefore = sandbox.log().entries().size();
                stop.start();
                await().atMost(PATIENCE).until(engine::isStopping);
            }
            return through.prepareRequest(request);
        }

        private boolean isWrite(HttpExecuteRequest request) {
            return request.httpRequest()
                    .firstMatchingHeader("X-Amz-Target")
                    .filter(it -> it.matches(".*\\.(Create|Register|Update|Put|Tag).*"))
                    .isPresent();
        }

        @Override
        public void close() {}
    }
}
