package io.holdfast.estate;

import io.holdfast.sandbox.InProcessHttpClient;
import io.holdfast.sandbox.Sandbox;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Counts, past all of Holdfast, what ECS makes another one of each time it is asked. */
final class Inventory {
    static final String REVISIONS = "revisions";

    private Inventory() {}

    static Map<String, Integer> of(Sandbox sandbox) {
        try (EcsClient ecs = ecs(sandbox)) {
            Map<String, Integer> made = new TreeMap<>();
            made.put(REVISIONS, ecs.listTaskDefinitions().taskDefinitionArns().size());
            for (String cluster : ecs.listClusters().clusterArns()) {
                for (String service :
                        ecs.listServices(it -> it.cluster(cluster)).serviceArns()) {
                    made.put(
                            "deployments of " + service,
                            ecs.listServiceDeployments(it -> it.cluster(cluster).service(service))
                                    .serviceDeployments()
                                    .size());
                }
            }
            return made;
        }
    }

    private static EcsClient ecs(Sandbox sandbox) {
        return EcsClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://sandbox"))
                .httpClient(new InProcessHttpClient(sandbox))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "secret")))
                .build();
    }
}
