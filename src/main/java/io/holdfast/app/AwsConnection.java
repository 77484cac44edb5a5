package io.holdfast.app;

import io.holdfast.aws.AwsMeter;
import io.holdfast.aws.AwsSettings;
import io.holdfast.model.WriteGate;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** How this process reaches AWS, or what stands in for it. */
final class AwsConnection {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private AwsConnection() {}

    static AwsSettings settings(HoldfastConfig config, SdkHttpClient http, WriteGate gate, AwsMeter meter) {
        var endpoint = config.aws().endpoint();
        var credentials = config.sandbox().enabled() ? AwsAccount.PLAYED : AwsAccount.at(endpoint);
        AwsSettings settings =
                AwsSettings.of(http, credentials, config.owner()).gatedBy(gate).countedBy(meter);
        return endpoint.map(settings::at).orElse(settings);
    }

    /** The same, asking another endpoint, with the credentials that may be shown there. */
    static AwsSettings at(URI endpoint, AwsSettings settings) {
        return AwsSettings.of(settings.http(), AwsAccount.at(Optional.of(endpoint)), settings.owner())
                .gatedBy(settings.gate())
                .at(endpoint);
    }

    /** The network's way. */
    static SdkHttpClient http(HoldfastConfig.Aws config) {
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder().connectionTimeout(CONNECT);
        config.ca()
                .map(it -> TrustedCertificates.from("holdfast.aws.ca", it))
                .ifPresent(ca -> http.tlsTrustManagersProvider(() -> ca));
        return http.build();
    }

    /**
     * Somebody who names an endpoint means something real; the sandbox would play along in its place.
     *
     * @throws IllegalArgumentException when the sandbox and an endpoint are both asked for
     */
    static void refuseBoth(HoldfastConfig config) {
        if (config.sandbox().enabled() && config.aws().endpoint().isPresent()) {
            throw new IllegalArgumentException("holdfast.aws.endpoint is "
                    + config.aws().endpoint().orElseThrow()
                    + ", but the sandbox profile brings its own AWS; take one of the two away");
        }
    }
}
