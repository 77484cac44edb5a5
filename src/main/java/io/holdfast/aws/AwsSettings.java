package io.holdfast.aws;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.WriteGate;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * What all access to AWS has in common, whatever the account.
 *
 * @param endpoint where every service is asked instead of at AWS; absent for AWS itself
 * @param http makes the requests; stays open when clients close, and brings the connect timeout (5 s is plenty)
 * @param credentials of this process; roles are assumed with them
 * @param owner the id of this installation, for the tags that mark what is ours
 * @param window how long a question waits for passes that have not asked theirs yet; 100 ms is a good value
 * @param gate closed when this process must not write any more
 * @param meter is told of every call
 * @param clock for the age of what may be remembered for a while
 * @param ticker for the pace of calls
 */
public record AwsSettings(
        Optional<URI> endpoint,
        SdkHttpClient http,
        AwsCredentialsProvider credentials,
        String owner,
        Duration window,
        WriteGate gate,
        AwsMeter meter,
        Clock clock,
        Ticker ticker) {
    public AwsSettings {
        requireNonNull(endpoint, "endpoint");
        requireNonNull(http, "http");
        requireNonNull(credentials, "credentials");
        requireNonNull(owner, "owner");
        requireNonNull(window, "window");
        requireNonNull(gate, "gate");
        requireNonNull(meter, "meter");
        requireNonNull(clock, "clock");
        requireNonNull(ticker, "ticker");
    }

    /** Settings for AWS itself that write freely, count nothing and use the system's time: the usual start. */
    public static AwsSettings of(SdkHttpClient http, AwsCredentialsProvider credentials, String owner) {
        return new AwsSettings(
                Optional.empty(),
                http,
                credentials,
                owner,
                Duration.ofMillis(100),
                WriteGate.open(),
                AwsMeter.none(),
                Clock.systemUTC(),
                Ticker.system());
    }

    public AwsSettings at(URI other) {
        return new AwsSettings(Optional.of(other), http, credentials, owner, window, gate, meter, clock, ticker);
    }

    public AwsSettings gatheringFor(Duration other) {
        return new AwsSettings(endpoint, http, credentials, owner, other, gate, meter, clock, ticker);
    }

    public AwsSettings gatedBy(WriteGate other) {
        return new AwsSettings(endpoint, http, credentials, owner, window, other, meter, clock, ticker);
    }

    public AwsSettings countedBy(AwsMeter other) {
        return new AwsSettings(endpoint, http, credentials, owner, window, gate, other, clock, ticker);
    }

    public AwsSettings timedBy(Clock otherClock, Ticker otherTicker) {
        return new AwsSettings(endpoint, http, credentials, owner, window, gate, meter, otherClock, otherTicker);
    }

    public AwsSettings tickedBy(Ticker other) {
        return timedBy(clock, other);
    }
}
