package io.holdfast.report.metric;

import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Plan;
import io.holdfast.report.EnvironmentStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** How the environments are, as gauges that follow the board, and their passes as they end. */
public final class StatusMeters {
    private final MultiGauge sync;
    private final MultiGauge health;
    private final MultiGauge drift;
    private final MultiGauge oldest;
    private final MultiGauge lastSuccess;
    private final MultiGauge holds;
    private final MultiGauge paused;
    private final MultiGauge approvals;
    private final MultiGauge contended;
    private final MultiGauge notShown;
    private final PassTimer passes;

    public StatusMeters(MeterRegistry registry) {
        this.sync = gauge(registry, "environment.sync", "1 for the word that is true: Synced, OutOfSync or Unknown");
        this.health = gauge(registry, "environment.health", "1 for the word that is true");
        this.drift = gauge(registry, "drift.resources", "resources that are not as declared, by who moved");
        this.oldest = MultiGauge.builder("holdfast.drift.oldest.age")
                .description("age of the oldest drift; 0 while there is none")
                .baseUnit("seconds")
                .register(registry);
        this.lastSuccess = MultiGauge.builder("holdfast.last.success.timestamp")
                .description("when a pass last saw everything and nothing failed in it")
                .baseUnit("seconds")
                .register(registry);
        this.holds = gauge(registry, "guardrail.holds", "changes that may not be made now, by reason");
        this.paused = gauge(registry, "paused", "1 while somebody holds the environment or the whole fleet, else 0");
        this.approvals = gauge(registry, "approvals.pending", "changes a person is still to be asked about");
        this.contended =
                gauge(registry, "contended.fields", "fields left alone because somebody keeps changing them back");
        this.notShown = gauge(
                registry,
                "not.shown.fields",
                "fields left alone because AWS accepts them again and again and never shows them");
        this.passes = new PassTimer(registry);
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder("holdfast." + name).description(description).register(registry);
    }

    /** Brings the gauges in step with the board. */
    public void follow(List<EnvironmentStatus> board, Instant now) {
        show(sync, board, it -> Stream.of(row(it, "sync", it.sync().word(), 1)));
        show(health, board, it -> Stream.of(row(it, "health", it.health().word(), 1)));
        show(drift, board, StatusMeters::driftByCause);
        show(oldest, board, it -> Stream.of(Row.of(tags(it), OldestDrift.seconds(it, now))));
        show(lastSuccess, board, StatusMeters::lastSuccess);
        show(holds, board, StatusMeters::holdsByReason);
        show(paused, board, it -> Stream.of(Row.of(tags(it), it.paused().isPresent() ? 1 : 0)));
        show(approvals, board, it -> Stream.of(Row.of(tags(it), it.approvalsPending())));
        show(contended, board, it -> Stream.of(Row.of(tags(it), left(it, Reason.CONTENDED))));
        show(notShown, board, it -> Stream.of(Row.of(tags(it), left(it, Reason.NOT_SHOWN))));
        passes.follow(board);
    }

    private static void show(
            MultiGauge gauge, List<EnvironmentStatus> board, Function<EnvironmentStatus, Stream<Row<?>>> rows) {
        gauge.register(board.stream().flatMap(rows).toList(), true);
    }

    private static Stream<Row<?>> driftByCause(EnvironmentStatus status) {
        return status.plan().stream()
                .flatMap(it -> it.report().byCause().entrySet().stream())
                .map(it -> row(status, "cause", it.getKey().word(), it.getValue()));
    }

    private static Stream<Row<?>> lastSuccess(EnvironmentStatus status) {
        return status.lastSuccessAt().stream().map(it -> Row.of(tags(status), it.getEpochSecond()));
    }

    private static Stream<Row<?>> holdsByReason(EnvironmentStatus status) {
        Map<String, Long> counts = new TreeMap<>();
        status.plan().map(Plan::changes).orElse(List.of()).stream()
                .filter(it -> !it.verdict().mayProceed())
                .forEach(it -> counts.merge(it.verdict().reason(), 1L, Long::sum));
        return counts.entrySet().stream().map(it -> row(status, "reason", it.getKey(), it.getValue()));
    }

    /** A resource that somebody keeps deleting, or that never comes to be, counts as one. */
    private static long left(EnvironmentStatus status, Reason reason) {
        return status.plan().stream()
                .flatMap(it -> it.left(reason).values().stream())
                .mapToLong(Set::size)
                .sum();
    }

    private static Row<?> row(EnvironmentStatus status, String label, String word, long value) {
        return Row.of(tags(status).and(label, word), value);
    }

    private static Tags tags(EnvironmentStatus status) {
        return Tags.of("environment", status.environment());
    }
}
