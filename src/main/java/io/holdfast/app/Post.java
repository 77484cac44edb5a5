package io.holdfast.app;

import io.holdfast.apply.Applier;
import io.holdfast.aws.AwsAccessPool;
import io.holdfast.aws.AwsMeter;
import io.holdfast.aws.AwsSettings;
import io.holdfast.aws.Marks;
import io.holdfast.cli.Lookout;
import io.holdfast.cli.Viewpoint;
import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.LastGood;
import io.holdfast.desired.Load;
import io.holdfast.desired.git.LocalRepository;
import io.holdfast.desired.yaml.Limits;
import io.holdfast.export.Exported;
import io.holdfast.export.Exporter;
import io.holdfast.ledger.JdbcLedger;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Flaws;
import io.holdfast.model.Plan;
import io.holdfast.model.Scope;
import io.holdfast.reconcile.Pass;
import io.holdfast.report.Reporter;
import io.holdfast.report.StatusBoard;
import io.holdfast.report.doctor.Examination;
import io.holdfast.report.doctor.Vicinity;
import io.holdfast.report.document.DoctorDocument;
import io.holdfast.report.document.DoctorDocument.Finding;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;

/** The command line's lookout: the loop's own eyes, with hands tied. */
final class Post implements Lookout {
    private final Gate gate = new Gate();
    private final DesiredSource source;
    private final JdbcLedger ledger;
    private final RecallingLedger memory;
    private final SdkHttpClient http;
    private final AwsAccessPool pool;
    private final AwsClouds clouds;
    private final Pass pass;
    private final Exporter exporter;
    private final boolean ownCredentials;
    private final Vicinity vicinity;

    private Post(Viewpoint viewpoint, HoldfastConfig config, SdkHttpClient http, Clock clock) {
        this.ownCredentials = viewpoint.ownCredentials();
        gate.close("the command line changes nothing");
        this.source = source(viewpoint.folder(), viewpoint.revision());
        this.ledger = new JdbcLedger(LedgerPlace.of(config), clock);
        this.memory = new RecallingLedger(ledger, LedgerPlace.isThere(config));
        this.http = http;
        AwsSettings settings = AwsConnection.settings(config, http, gate, AwsMeter.none());
        this.pool = new AwsAccessPool(
                viewpoint.endpoint().map(it -> AwsConnection.at(it, settings)).orElse(settings));
        this.clouds = new AwsClouds(pool);
        Applier idle = new Applier(memory, clock, gate, new Marks(config.owner())::of);
        this.pass = new Pass(memory, idle, new Reporter(memory, new StatusBoard(), clock), clock);
        this.exporter = Exports.of(config, clock);
        Optional<URI> asked = viewpoint.endpoint().or(() -> config.aws().endpoint());
        this.vicinity = new AwsVicinity(config, http, asked, pool, clock);
    }

    private static DesiredSource source(Path folder, Optional<String> revision) {
        return revision.map(it -> new DesiredSource(
                        () -> LocalRepository.look(folder, it, Limits.DEFAULT.bytes()),
                        folder + "/",
                        Kinds.all(),
                        LastGood.inMemory()))
                .orElseGet(() -> new DesiredSource(folder, Kinds.all(), LastGood.inMemory()));
    }

    static Post at(Viewpoint viewpoint, HoldfastConfig config, Clock clock) {
        return new Post(viewpoint, config, AwsConnection.http(config.aws()), clock);
    }

    @Override
    public Load load() {
        return source.load();
    }

    @Override
    public Plan plan(DesiredState desired) {
        return pass.plan(desired, clouds.of(ownCredentials ? desired.aws().withoutRole() : desired.aws()), false);
    }

    @Override
    public Exported export(String environment, AwsTarget aws, Scope scope) {
        return exporter.found(environment, aws, scope, clouds.of(aws));
    }

    @Override
    public DoctorDocument examine() {
        Load load = source.load();
        List<Finding> findings = new ArrayList<>();
        findings.add(load.trouble()
                .map(it -> new Finding("NG", "source", it.text(), "see to the folder that --dir names"))
                .orElseGet(() -> new Finding(
                        "OK", "source", load.environments().size() + " environments are in the folder", "")));
        memory.pauses();
        findings.add(memory.trouble()
                .map(it -> new Finding("WARN", "ledger", it, "where a Holdfast runs, ask that one: holdfast doctor"))
                .orElseGet(() -> new Finding("OK", "ledger", "it can be read, on the schema of this version", "")));
        Map<String, DriftReport> looks = new LinkedHashMap<>();
        load.environments()
                .forEach((name, it) -> it.inForce().map(this::plan).ifPresent(plan -> looks.put(name, plan.report())));
        findings.addAll(vicinity.findings(looks.values()));
        load.environments().forEach((name, it) -> {
            Flaws flaws = new Flaws(it.flawed(), it.lines());
            findings.addAll(Examination.look(name, flaws, Optional.ofNullable(looks.get(name))));
        });
        return Examination.of(findings);
    }

    @Override
    public Optional<String> blindness() {
        return memory.trouble();
    }

    @Override
    public void close() {
        pool.close();
        http.close();
        ledger.close();
    }
}
