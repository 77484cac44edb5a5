package io.holdfast.app;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.rds.RdsClient;

/**
 * What the example environments expect to find in AWS because another tool makes it: groups of private subnets for
 * databases and caches.
 */
public final class SandboxNetwork {
    private static final String GROUP = "rupaya-private";
    private static final String DESCRIPTION = "private subnets";
    private static final String[] SUBNETS = {
        "subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002", "subnet-0a1b2c3d4e5f60003"
    };

    private SandboxNetwork() {}

    /** Makes them, for the account and region of the example environments. */
    public static void lay(SdkHttpClient http) {
        try (RdsClient rds = client(RdsClient.builder(), http);
                ElastiCacheClient cache = client(ElastiCacheClient.builder(), http)) {
            rds.createDBSubnetGroup(it -> it.dbSubnetGroupName(GROUP)
                    .dbSubnetGroupDescription(DESCRIPTION)
                    .subnetIds(SUBNETS));
            cache.createCacheSubnetGroup(it -> it.cacheSubnetGroupName(GROUP)
                    .cacheSubnetGroupDescription(DESCRIPTION)
                    .subnetIds(SUBNETS));
        }
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, SdkHttpClient http) {
        return builder.region(Region.US_EAST_1)
                .credentialsProvider(AwsAccount.PLAYED)
                .httpClient(http)
                .build();
    }
}
