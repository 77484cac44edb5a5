package io.holdfast.aws;

import io.holdfast.model.Fault;
import io.holdfast.model.WriteGate;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** As whom we go to AWS: as the process itself, or in a role it assumes. */
final class Identity implements AutoCloseable {
    /** Appears in CloudTrail beside everything we do. */
    private static final String SESSION = "holdfast";

    private static final String OWN = "credentials of the process";

    private final AwsCredentialsProvider credentials;
    private final List<SdkAutoCloseable> owned;

    private Identity(AwsCredentialsProvider credentials, List<SdkAutoCloseable> owned) {
        this.credentials = credentials;
        this.owned = owned;
    }

    static Identity of(AwsSettings settings, Region region, Optional<String> role, Budget budget) {
        AwsCredentialsProvider own = classified(OWN, settings.credentials());
        return role.map(arn -> assuming(arn, settings, region, own, budget))
                .orElseGet(() -> new Identity(own, List.of()));
    }

    private static Identity assuming(
            String role, AwsSettings settings, Region region, AwsCredentialsProvider own, Budget budget) {
        var recipe = new AwsClients.Recipe(settings, region, own, false, WriteGate.open(), budget);
        StsClient sts = AwsClients.sts(recipe);
        var assumed = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role).roleSessionName(SESSION))
                .build();
        return new Identity(classified("sts:AssumeRole", assumed), List.of(assumed, sts));
    }

    AwsCredentialsProvider credentials() {
        return credentials;
    }

    /** The SDK reports missing credentials like any other client-side failure; here we still know what failed. */
    private static AwsCredentialsProvider classified(String operation, AwsCredentialsProvider provider) {
        return new AwsCredentialsProvider() {
            @Override
            public AwsCredentials resolveCredentials() {
                try {
                    return provider.resolveCredentials();
                } catch (SdkException failure) {
                    throw new AwsFailure(told(Faults.ofCredentials(operation, failure)), failure);
                }
            }
        };
    }

    /** The SDK lists all the places it has looked in by the names of its classes, and ends far behind a sentence. */
    private static Fault told(Fault fault) {
        return fault.operation().equals(OWN) && fault.code().equals(Faults.NO_ANSWER)
                ? new Fault(
                        fault.kind(),
                        OWN,
                        "NoCredentials",
                        "there are none that work in the environment or a profile, and no role of a container or an"
                                + " instance gives any")
                : fault;
    }

    @Override
    public void close() {
        owned.forEach(SdkAutoCloseable::close);
    }
}
