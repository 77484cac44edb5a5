package io.holdfast.app;

import io.holdfast.apply.Applier;
import io.holdfast.aws.AwsAccessPool;
import io.holdfast.aws.AwsMeter;
import io.holdfast.aws.Marks;
import io.holdfast.aws.Ticker;
import io.holdfast.export.ExportDesk;
import io.holdfast.export.Exporter;
import io.holdfast.ledger.Answers;
import io.holdfast.ledger.JdbcLedger;
import io.holdfast.ledger.Ledger;
import io.holdfast.reconcile.Histories;
import io.holdfast.reconcile.Pass;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.reconcile.Rhythm;
import io.holdfast.report.Reporter;
import io.holdfast.report.StatusBoard;
import io.holdfast.report.doctor.Vicinity;
import io.holdfast.sandbox.Sandbox;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.http.SdkHttpClient;

/** The loop and everything it runs on, from start to stop. It is told the time by being ticked. */
final class Engine implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Engine.class);

    /** A reading takes milliseconds; one that hangs changes nothing any more. */
    private static final Duration READING_GRACE = Duration.ofSeconds(2);

    private final Gate gate = new Gate();
    private final StatusBoard board = new StatusBoard();
    private final Duration grace;
    private final Workers readers = new Workers(1, "source");
    private final Workers workers;
    private final JdbcLedger ledger;
    private final Optional<SandboxAws> sandbox;
    private final SdkHttpClient http;
    private final AwsAccessPool pool;
    private final AwsClouds clouds;
    private final Exporter exporter;
    private final Origin origin;
    private final Reconciler reconciler;

    private Engine(
            HoldfastConfig config,
            Clock clock,
            Ticker ticker,
            AwsMeter meter,
            Optional<SandboxAws> sandbox,
            SdkHttpClient http) {
        this.grace = config.shutdownGrace();
        this.workers = new Workers(config.workers());
        this.ledger = new JdbcLedger(LedgerPlace.of(config), clock);
        this.sandbox = sandbox;
        this.http = http;
        this.pool = new AwsAccessPool(
                AwsConnection.settings(config, http, gate, meter).tickedBy(ticker));
        this.clouds = new AwsClouds(pool);
        this.exporter = Exports.of(config, clock);
        this.origin = Origin.of(config, ledger, clock);
        this.reconciler = reconciler(config, clock);
        origin.tell(reconciler::news);
    }

    /** Connects nothing yet: an AWS, a ledger or a folder that is away is reported by the first pass that needs it. */
    static Engine start(HoldfastConfig config, Clock clock, AwsMeter meter) {
        AwsConnection.refuseBoth(config);
        if (!config.sandbox().enabled()) {
            return new Engine(
                    config, clock, Ticker.system(), meter, Optional.empty(), AwsConnection.http(config.aws()));
        }
        SandboxAws sandbox = SandboxAws.start(config.sandbox(), clock);
        return new Engine(config, clock, Ticker.system(), meter, Optional.of(sandbox), sandbox.http());
    }

    /** The same loop over another way to AWS, and in another time. */
    static Engine over(SdkHttpClient http, HoldfastConfig config, Clock clock, Ticker ticker) {
        return new Engine(config, clock, ticker, AwsMeter.none(), Optional.empty(), http);
    }

    private Reconciler reconciler(HoldfastConfig config, Clock clock) {
        Applier applier = new Applier(ledger, clock, gate, new Marks(config.owner())::of);
        Reporter reporter = new Reporter(ledger, board, clock);
        return new Reconciler(
                origin,
                clouds,
                new Pass(ledger, applier, reporter, clock),
                reporter,
                board,
                rhythm(config),
                readers,
                workers,
                clock);
    }

    private static Rhythm rhythm(HoldfastConfig config) {
        return new Rhythm(
                config.interval(),
                config.underwayInterval(),
                GitConfig.interval(config.source()),
                new java.util.Random());
    }

    void tick() {
        origin.tick();
        reconciler.tick();
    }

    Ledger ledger() {
        return ledger;
    }

    Answers answers() {
        return ledger.answers();
    }

    StatusBoard board() {
        return board;
    }

    Reconciler reconciler() {
        return reconciler;
    }

    /** Where environments are read from, in words. */
    String source() {
        return origin.toString();
    }

    Histories histories() {
        return origin;
    }

    /** Looks at live for somebody who wants it as YAML; changes nothing. */
    ExportDesk exports() {
        return (environment, aws, scope, discreet) -> exporter.found(environment, aws, scope, clouds.of(aws), discreet);
    }

    /** What is around the process, for somebody who wonders why it does not work. */
    Vicinity vicinity(HoldfastConfig config, Clock clock) {
        return new AwsVicinity(config, http, config.aws().endpoint(), pool, clock);
    }

    Workers workers() {
        return workers;
    }

    /** Where other programs reach the sandbox; absent over real AWS. */
    Optional<URI> sandboxEndpoint() {
        return sandbox.flatMap(SandboxAws::endpoint);
    }

    /** What plays AWS; absent over real AWS. */
    Optional<Sandbox> sandbox() {
        return sandbox.map(SandboxAws::sandbox);
    }

    /** Whether the stop has begun, so that nothing is written any more. */
    boolean isStopping() {
        return gate.closedBecause().isPresent();
    }

    boolean isSandbox() {
        return sandbox.isPresent();
    }

    /**
     * Ends in this order: nothing is written to AWS any more, no pass begins, those that run come to their end, and only
     * then what they run on is closed. A pass that does not end in time is left to the next start, which goes on from
     * what is true then.
     */
    @Override
    public void close() {
        gate.close("Holdfast is stopping; the next start goes on from here");
        reconciler.stop();
        origin.close();
        readers.drain(READING_GRACE);
        if (!workers.drain(grace)) {
            LOG.warnf("passes still run after %s; they can change nothing any more", grace);
        }
        pool.close();
        http.close();
        ledger.close();
        sandbox.ifPresent(SandboxAws::close);
    }
}
