package io.holdfast.app;

import io.holdfast.report.metric.StatusMeters;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Beats once a second, from the start of the process to its end. */
@Singleton
class Heart {
    private static final Logger LOG = Logger.getLogger(Heart.class);
    private static final int FIRST = 1;

    private final Engine engine;
    private final StatusMeters meters;
    private final Clock clock;
    private volatile Optional<Instant> lastBeat = Optional.empty();

    Heart(Engine engine, StatusMeters meters, Clock clock) {
        this.engine = engine;
        this.meters = meters;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent started) {
        if (engine.isSandbox()) {
            LOG.infof(
                    "SANDBOX: AWS is played inside this process, account 123456789012; nothing reaches the real one.%s",
                    engine.sandboxEndpoint()
                            .map(it -> " Try: aws --endpoint-url " + it)
                            .orElse(""));
        }
        LOG.infof("environments are read from %s", engine.source());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void beat() {
        engine.tick();
        meters.follow(engine.board().all(), clock.instant());
        lastBeat = Optional.of(clock.instant());
    }

    Optional<Instant> lastBeat() {
        return lastBeat;
    }

    /** Before everything else that hears of the end: from here on nothing is written to AWS. */
    void end(@Observes @Priority(FIRST) ShutdownEvent stopping) {
        engine.close();
    }
}
