package io.holdfast.app;

import io.holdfast.model.AwsTarget;
import io.holdfast.report.doctor.LedgerRoom;
import io.holdfast.report.doctor.Vicinity;
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
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** The vicinity of this process. Asks by the same HTTP client as the SDK, without credentials. */
final class AwsVicinity implements Vicinity {
    /** Less than the ten seconds after which the command line gives an answer up. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final HoldfastConfig config;
    private final SdkHttpClient http;
    private final Optional<URI> endpoint;
    private final Clock clock;
    private final Duration patience;

    /** @param endpoint asked instead of AWS */
    AwsVicinity(HoldfastConfig config, SdkHttpClient http, Optional<URI> endpoint, Clock clock) {
        this(config, http, endpoint, clock, PATIENCE);
    }

    /** @param patience with all hosts together */
    AwsVicinity(HoldfastConfig config, SdkHttpClient http, Optional<URI> endpoint, Clock clock, Duration patience) {
        this.config = config;
        this.http = http;
        this.endpoint = endpoint;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public List<Finding> findings(Collection<AwsTarget> targets) {
        List<Finding> findings = new ArrayList<>();
        LedgerPlace.room(config).map(LedgerRoom::finding).ifPresent(findings::add);
        if (!config.sandbox().enabled()) {
            TreeSet<URI> hosts = new TreeSet<>();
            targets.forEach(it -> hosts.add(endpoint.orElseGet(() -> sts(it.region()))));
            wires(hosts).forEach(it -> findings.add(it.finding()));
        }
        return findings;
    }

    /** All at once, because a firewall that swallows what is sent costs its whole time for each. */
    private List<Wire> wires(Collection<URI> hosts) {
        ExecutorService askers = Executors.newCachedThreadPool(AwsVicinity::asker);
        try {
            List<CompletableFuture<Wire>> asked = hosts.stream()
                    .map(host -> CompletableFuture.supplyAsync(() -> wire(host), askers)
                            .completeOnTimeout(silent(host), patience.toMillis(), TimeUnit.MILLISECONDS))
                    .toList();
            return asked.stream().map(CompletableFuture::join).toList();
        } finally {
            askers.shutdownNow();
        }
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
