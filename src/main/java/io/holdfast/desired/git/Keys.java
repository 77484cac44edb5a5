package io.holdfast.desired.git;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;

/**
 * What opens a repository's doors.
 *
 * @param credentials for https
 * @param certificates trusted over https instead of the platform's; empty for the platform's
 * @param ssh for ssh; absent where the repository is not reached by it
 */
public record Keys(Credentials credentials, List<TrustManager> certificates, Optional<Ssh> ssh) {
    public Keys {
        requireNonNull(credentials, "credentials");
        certificates = List.copyOf(certificates);
        requireNonNull(ssh, "ssh");
    }

    /**
     * Who we are to an ssh server, and how we know it.
     *
     * @param key the private key, read for each fetch
     * @param passphrase a file whose first line opens the key; absent for a key that is open
     * @param knownHosts the servers' keys, in OpenSSH's format; a server that is not in it is not talked to
     */
    public record Ssh(Path key, Optional<Path> passphrase, Path knownHosts) {
        public Ssh {
            requireNonNull(key, "key");
            requireNonNull(passphrase, "passphrase");
            requireNonNull(knownHosts, "knownHosts");
        }
    }

    /** None, for repositories anybody may read. */
    public static Keys none() {
        return new Keys(Credentials.none(), List.of(), Optional.empty());
    }
}
