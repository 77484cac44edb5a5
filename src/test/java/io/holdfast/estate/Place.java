package io.holdfast.estate;

import static java.util.Objects.requireNonNull;

import io.holdfast.app.SandboxNetwork;
import io.holdfast.sandbox.InProcessHttpClient;
import io.holdfast.sandbox.Pace;
import io.holdfast.sandbox.Sandbox;
import io.holdfast.sandbox.Services;
import io.holdfast.sandbox.TestClock;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An AWS to have estates in.
 *
 * @param endpoint where it answers
 * @param http the way there
 * @param clock what time the estates take it to be
 * @param held the sandbox it is; empty for another program
 */
public record Place(URI endpoint, SdkHttpClient http, TestClock clock, Optional<Sandbox> held) {
    public Place {
        requireNonNull(endpoint, "endpoint");
        requireNonNull(http, "http");
        requireNonNull(clock, "clock");
        requireNonNull(held, "held");
    }

    /** A new sandbox, with nothing in it but the network the examples expect. */
    public static Place sandbox(Pace pace) {
        TestClock clock = new TestClock();
        Sandbox sandbox = new Sandbox(clock, pace, 42, Services.all());
        SdkHttpClient http = new InProcessHttpClient(sandbox);
        SandboxNetwork.lay(http);
        sandbox.log().clear();
        return new Place(URI.create("http://sandbox"), http, clock, Optional.of(sandbox));
    }

    Sandbox sandbox() {
        return held.orElseThrow();
    }
}
