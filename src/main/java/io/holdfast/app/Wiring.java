package io.holdfast.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.access.AccessSettings;
import io.holdfast.consent.Approvals;
import io.holdfast.export.ExportDesk;
import io.holdfast.ledger.Answers;
import io.holdfast.ledger.Ledger;
import io.holdfast.reconcile.Histories;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.StatusBoard;
import io.holdfast.report.doctor.Vicinity;
import io.holdfast.report.document.Json;
import io.holdfast.report.metric.StatusMeters;
import io.holdfast.web.hook.HookSettings;
import io.holdfast.web.hook.Wakeable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What the HTTP side is given of the engine. */
@Dependent
class Wiring {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Engine engine(HoldfastConfig config, Clock clock, MeterRegistry registry) {
        Engine engine = Engine.start(config, clock, new MeteredAws(registry));
        Gauge.builder("holdfast.passes.queued", engine.workers(), Workers::queued)
                .description("passes that wait for a thread")
                .register(registry);
        return engine;
    }

    @Produces
    @Singleton
    StatusBoard board(Engine engine) {
        return engine.board();
    }

    @Produces
    @Singleton
    Ledger ledger(Engine engine) {
        return engine.ledger();
    }

    /** Scoped, and so handed over before it is made: filters are made while the application is still being built. */
    @Produces
    @ApplicationScoped
    Answers answers(Engine engine) {
        return engine.answers();
    }

    @Produces
    @Singleton
    Approvals approvals(Engine engine, Clock clock) {
        return new Approvals(engine.ledger(), clock, () -> UUID.randomUUID().toString());
    }

    @Produces
    @Singleton
    Optional<SandboxKey> sandboxKey(HoldfastConfig config) {
        return SandboxKey.of(config, new SecureRandom());
    }

    @Produces
    @Singleton
    AccessSettings access(HoldfastConfig config, Optional<SandboxKey> key) {
        return AccessConfig.settings(config.auth(), key);
    }

    @Produces
    @Singleton
    Reconciler reconciler(Engine engine) {
        return engine.reconciler();
    }

    @Produces
    @Singleton
    Histories histories(Engine engine) {
        return engine.histories();
    }

    @Produces
    @Singleton
    HookSettings hooks(HoldfastConfig config) {
        return HookConfig.settings(config.source());
    }

    /** Scoped for the same reason as {@link #answers}: the door is hung in before the engine runs. */
    @Produces
    @ApplicationScoped
    Wakeable wakeable(Engine engine) {
        return engine.reconciler()::wake;
    }

    @Produces
    @Singleton
    ExportDesk exports(Engine engine) {
        return engine.exports();
    }

    @Produces
    @Singleton
    Vicinity vicinity(Engine engine, HoldfastConfig config, Clock clock) {
        return engine.vicinity(config, clock);
    }

    @Produces
    @Singleton
    StatusMeters meters(MeterRegistry registry) {
        return new StatusMeters(registry);
    }

    @Produces
    @Singleton
    ObjectMapperCustomizer documents() {
        return (ObjectMapper mapper) -> Json.configured(mapper);
    }
}
