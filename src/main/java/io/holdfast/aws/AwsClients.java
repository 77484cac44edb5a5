package io.holdfast.aws;

import io.holdfast.model.WriteGate;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** One client for each service we speak to, for one account and region, all with the same manners. */
public record AwsClients(
        StsClient sts,
        EcsClient ecs,
        ApplicationAutoScalingClient scaling,
        CloudWatchClient alarms,
        RdsClient rds,
        ElastiCacheClient cache,
        IamClient iam)
        implements AutoCloseable {

    /** An AWS answer takes seconds at most; a hanging connection must not hang a pass. */
    private static final Duration ATTEMPT = Duration.ofSeconds(20);

    private static final Duration CALL = Duration.ofSeconds(60);

    /** What the clients of one set share. */
    record Recipe(
            AwsSettings settings,
            Region region,
            AwsCredentialsProvider credentials,
            boolean readOnly,
            WriteGate gate,
            Budget budget) {
        /** The same for clients that write. */
        Recipe writing() {
            return new Recipe(settings, region, credentials, false, gate, budget);
        }
    }

    /** The one client that is needed before there are credentials for the others. */
    static StsClient sts(Recipe recipe) {
        return build("sts", StsClient.builder(), recipe);
    }

    static AwsClients of(Recipe recipe) {
        return new AwsClients(
                sts(recipe),
                build("ecs", EcsClient.builder(), recipe),
                build("application-autoscaling", ApplicationAutoScalingClient.builder(), recipe),
                build("cloudwatch", CloudWatchClient.builder(), recipe),
                build("rds", RdsClient.builder(), recipe),
                build("elasticache", ElastiCacheClient.builder(), recipe),
                build("iam", IamClient.builder(), recipe));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            String service, B builder, Recipe recipe) {
        recipe.settings().endpoint().ifPresent(builder::endpointOverride);
        return builder.region(recipe.region())
                .credentialsProvider(recipe.credentials())
                .httpClient(recipe.settings().http())
                .overrideConfiguration(override(service, recipe))
                .build();
    }

    /** Reads repeat themselves; a write is one attempt, because only a look can tell whether a lost one happened. */
    private static ClientOverrideConfiguration override(String service, Recipe recipe) {
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(CALL)
                .scheduledExecutorService(Deadlines.shared())
                .retryStrategy(
                        recipe.readOnly() ? AwsRetryStrategy.standardRetryStrategy() : AwsRetryStrategy.doNotRetry())
                .addExecutionInterceptor(new Manners(
                        service,
                        recipe.readOnly(),
                        recipe.gate(),
                        recipe.budget(),
                        recipe.settings().meter()))
                .build();
    }

    @Override
    public void close() {
        List.<SdkAutoCloseable>of(sts, ecs, scaling, alarms, rds, cache, iam).forEach(SdkAutoCloseable::close);
    }
}
