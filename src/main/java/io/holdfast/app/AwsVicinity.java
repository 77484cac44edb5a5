package io.holdfast.app;

import io.holdfast.model.AwsTarget;
import io.holdfast.report.doctor.LedgerRoom;
import io.holdfast.report.doctor.Vicinity;
import io.holdfast.report.doctor.Wire;
import io.holdfast.report.document.DoctorDocument.Finding;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** The vicinity of this process. Asks by the same HTTP client as the SDK, without credentials. */
final class AwsVicinity implements Vicinity {
    private final HoldfastConfig config;
    private final SdkHttpClient http;
    private final Optional<URI> endpoint;
    private final Clock clock;

    /** @param endpoint asked instead of AWS */
    AwsVicinity(HoldfastConfig config, SdkHttpClient http, Optional<URI> endpoint, Clock clock) {
        this.config = config;
        this.http = http;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings(Collection<AwsTarget> targets) {
        List<Finding> findings = new ArrayList<>();
        room().map(LedgerRoom::finding).ifPresent(findings::add);
        if (!config.sandbox().enabled()) {
            TreeSet<URI> hosts = new TreeSet<>();
            targets.forEach(it -> hosts.add(endpoint.orElseGet(() -> sts(it.region()))));
            hosts.forEach(it -> findings.add(wire(it).finding()));
        }
        return findings;
    }

    /** Of the embedded ledger; another database's disk is not ours to look at. */
    private Optional<LedgerRoom> room() {
        if (config.ledger().url().isPresent() || config.sandbox().enabled()) {
            return Optional.empty();
        }
        try {
            Path file = config.stateDir().toAbsolutePath().resolve("ledger.mv.db");
            Path there = file;
            while (!Files.exists(there)) {
                there = there.getParent();
            }
            return Optional.of(new LedgerRoom(
                    file.toString(),
                    Files.exists(file) ? Files.size(file) : 0,
                    Files.getFileStore(there).getUsableSpace()));
        } catch (IOException unknown) {
            // The ledger's own finding tells what is wrong with its place.
            return Optional.empty();
        }
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
