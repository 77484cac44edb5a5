package io.holdfast.app;

import io.holdfast.aws.AwsAccessPool;
import io.holdfast.aws.Marks;
import io.holdfast.aws.PolicySimulator;
import io.holdfast.model.Clearance;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Permission;
import io.holdfast.report.doctor.LedgerRoom;
import io.holdfast.report.doctor.Licence;
import io.holdfast.report.doctor.Vicinity;
import io.holdfast.report.doctor.Wanted;
import io.holdfast.report.doctor.Wire;
import io.holdfast.report.document.DoctorDocument.Finding;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** The vicinity of this process. Asks who is there by the same HTTP client as the SDK, without credentials, and IAM with them. */
final class AwsVicinity implements Vicinity {
    /** Less than the ten seconds after which the command line gives an answer up. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    /** So many questions to IAM at once; a person waits, and an environment takes about twenty. */
    private static final int AT_ONCE = 8;

    private final HoldfastConfig config;
    private final SdkHttpClient http;
    private final Optional<URI> endpoint;
    private final AwsAccessPool pool;
    private final Clock clock;
    private final Duration patience;

    /** @param endpoint asked instead of AWS */
    AwsVicinity(HoldfastConfig config, SdkHttpClient http, Optional<URI> endpoint, AwsAccessPool pool, Clock clock) {
        this(config, http, endpoint, pool, clock, PATIENCE);
    }

    /** @param patience with all that is asked together */
    AwsVicinity(
            HoldfastConfig config,
            SdkHttpClient http,
            Optional<URI> endpoint,
            AwsAccessPool pool,
            Clock clock,
            Duration patience) {
        this.config = config;
        this.http = http;
        this.endpoint = endpoint;
        this.pool = pool;
        this.clock = clock;
        this.patience = patience;
    }

    /** All at once, because a firewall that swallows what is sent costs its whole time for each. */
    @Override
    public List<Finding> findings(Collection<DriftReport> looks) {
        ExecutorService callers = Executors.newCachedThreadPool(AwsVicinity::asker);
        ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE, AwsVicinity::asker);
        try {
            List<CompletableFuture<Wire>> wires = hosts(looks).stream()
                    .map(host -> asked(callers, () -> wire(host), silent(host)))
                    .toList();
            Map<DriftReport, List<CompletableFuture<List<Clearance>>>> clearances = new LinkedHashMap<>();
            looks.forEach(it -> clearances.put(it, clearances(it, askers)));
            List<Finding> findings = new ArrayList<>();
            LedgerPlace.room(config).map(LedgerRoom::finding).ifPresent(findings::add);
            wires.forEach(it -> findings.add(it.join().finding()));
            clearances.forEach((look, asked) -> findings.addAll(Licence.findings(
                    look, asked.stream().flatMap(it -> it.join().stream()).toList())));
            return findings;
        } finally {
            callers.shutdownNow();
            askers.shutdownNow();
        }
    }

    private <T> CompletableFuture<T> asked(ExecutorService askers, Supplier<T> question, T silence) {
        return CompletableFuture.supplyAsync(question, askers)
                .completeOnTimeout(silence, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Set<URI> hosts(Collection<DriftReport> looks) {
        Set<URI> hosts = new TreeSet<>();
        if (!config.sandbox().enabled()) {
            looks.forEach(it ->
                    hosts.add(endpoint.orElseGet(() -> sts(it.desired().aws().region()))));
        }
        return hosts;
    }

    private List<CompletableFuture<List<Clearance>>> clearances(DriftReport look, ExecutorService askers) {
        PolicySimulator simulator = pool.of(look.desired().aws()).simulator();
        var wanted = Wanted.of(look, new Marks(config.owner()).of(look.environment()));
        return simulator.batches(wanted).stream()
                .map(batch -> asked(askers, () -> simulator.ask(batch), silent(batch)))
                .toList();
    }

    private List<Clearance> silent(List<Permission> batch) {
        return batch.stream()
                .<Clearance>map(it -> new Clearance.Open(it, "no answer of IAM within " + patience, Optional.empty()))
                .toList();
    }

    private static Thread asker(Runnable task) {
        Thread thread = new Thread(task, "vicinity");
        thread.setDaemon(true);
        return thread;
    }

    private Wire silent(URI host) {
        return new Wire(host.getHost(), Optional.of("no answer within " + patience), Optional.empty());
    }

    private static URI sts(String region) {
        return URI.create("https://"
                + StsClient.serviceMetadata().endpointFor(Region.of(region)).toString());
    }

    private Wire wire(URI host) {
        SdkHttpRequest request =
                SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(host).build();
        try {
            var answer = http.prepareRequest(
                            HttpExecuteRequest.builder().request(request).build())
                    .call();
            answer.responseBody().ifPresent(it -> it.abort());
            Instant now = clock.instant();
            Optional<Duration> ahead = answer.httpResponse()
                    .firstMatchingHeader("Date")
                    .flatMap(AwsVicinity::time)
                    .map(it -> Duration.between(it, now));
            return new Wire(host.getHost(), Optional.empty(), ahead);
        } catch (IOException | RuntimeException away) {
            // Whatever keeps us from being answered is what a person asked about.
            return new Wire(host.getHost(), Optional.of(away.toString()), Optional.empty());
        }
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException strange) {
            return Optional.empty();
        }
    }
}
