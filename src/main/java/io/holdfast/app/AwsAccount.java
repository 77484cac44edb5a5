package io.holdfast.app;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** With which credentials we go where: those of a real account are never given to a stand-in for AWS. */
final class AwsAccount {
    /** Worth nothing outside of the sandbox; there they lead to account 123456789012. */
    static final AwsCredentialsProvider PLAYED =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox"));

    private AwsAccount() {}

    static AwsCredentialsProvider at(Optional<URI> endpoint) {
        return endpoint.filter(AwsAccount::isThisMachine).isPresent()
                ? PLAYED
                : DefaultCredentialsProvider.builder().build();
    }

    private static boolean isThisMachine(URI endpoint) {
        try {
            return endpoint.getHost() != null
                    && InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            // A name nobody knows is not ours; the first call will report it.
            return false;
        }
    }
}
