package io.holdfast.sandbox;

import io.holdfast.sandbox.ecs.Ecs;
import io.holdfast.sandbox.sts.Sts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** A sandbox at a realistic pace on a clock of its own, and the real SDK's clients to it. */
public final class TestSandbox {

    /** Where all tests are. */
    public static final String REGION = "eu-central-1";

    private final TestClock clock = new TestClock();
    private final Sandbox sandbox;

    /** ECS and STS. */
    public TestSandbox() {
        this(Map.of(Ecs.NAME, new Ecs(), Sts.NAME, new Sts()));
    }

    /** These services. */
    public TestSandbox(Map<String, Service> services) {
        this.sandbox = new Sandbox(clock, Pace.realistic(), 42, services);
    }

    /** The sandbox itself. */
    public Sandbox sandbox() {
        return sandbox;
    }

    /** What time it is there. */
    public Clock clock() {
        return clock;
    }

    /** The way there without a socket, for those who build their clients themselves. */
    public SdkHttpClient http() {
        return new InProcessHttpClient(sandbox);
    }

    /** Moves the time on. */
    public void advance(Duration step) {
        clock.advance(step);
    }

    /** The default account's world. */
    public World world() {
        return sandbox.world(Accounts.DEFAULT, REGION);
    }

    /** ECS for the default account. */
    public EcsClient ecs() {
        return client(EcsClient.builder(), "test");
    }

    /** STS for the account of a key. */
    public StsClient sts(String accessKey) {
        return client(StsClient.builder(), accessKey);
    }

    /** Any client, in process, that never tries twice. */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, String accessKey) {
        return client(builder, accessKey, new InProcessHttpClient(sandbox), URI.create("http://sandbox"));
    }

    static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, String accessKey, SdkHttpClient http, URI endpoint) {
        return builder.region(Region.of(REGION))
                .endpointOverride(endpoint)
                .httpClient(http)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
                .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }
}
