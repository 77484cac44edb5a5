package io.holdfast.desired.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.transport.sshd.OpenSshServerKeyDatabase;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/** The way in over ssh: with the configured key, to a server whose key is known, and without anybody's configuration. */
final class SshDoor {
    private static final File NOWHERE = new File("/nonexistent");

    private SshDoor() {}

    static SshdSessionFactory open(Keys.Ssh keys) throws IOException {
        if (!Files.isReadable(keys.key())) {
            throw new IOException("the key " + keys.key() + " (holdfast.source.ssh.key) cannot be read");
        }
        if (!Files.isReadable(keys.knownHosts())) {
            throw new IOException(
                    "the file " + keys.knownHosts() + " (holdfast.source.ssh.known-hosts) cannot be read");
        }
        return new SshdSessionFactoryBuilder()
                .setHomeDirectory(NOWHERE)
                .setSshDirectory(NOWHERE)
                .setConfigFile(folder -> null)
                .setDefaultIdentities(folder -> List.of(keys.key()))
                .setPreferredAuthentications("publickey")
                .setKeyPasswordProvider(asked -> new Passphrase(keys.passphrase()))
                .setServerKeyDatabase((home, folder) -> new Known(keys.knownHosts()))
                .setProxyDataFactory(remote -> null)
                .build(null);
    }

    /** Gives the passphrase once; one that does not fit will not fit later. */
    private record Passphrase(Optional<Path> file) implements KeyPasswordProvider {
        @Override
        public char[] getPassphrase(URIish key, int attempt) throws IOException {
            if (file.isEmpty()) {
                throw new IOException("the key wants a passphrase (holdfast.source.ssh.passphrase-file)");
            }
            return Files.readString(file.get(), UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .toCharArray();
        }

        @Override
        public void setAttempts(int most) {}

        @Override
        public boolean keyLoaded(URIish key, int attempt, Exception trouble) {
            return false;
        }
    }

    /** Knows the servers of a file and no other, and learns none. */
    private static final class Known implements ServerKeyDatabase {
        private final ServerKeyDatabase database;

        Known(Path file) {
            this.database = new OpenSshServerKeyDatabase(false, List.of(file));
        }

        @Override
        public List<PublicKey> lookup(String host, InetSocketAddress address, Configuration configured) {
            return database.lookup(host, address, new Strict(configured));
        }

        @Override
        public boolean accept(
                String host,
                InetSocketAddress address,
                PublicKey key,
                Configuration configured,
                CredentialsProvider nobody) {
            return database.accept(host, address, key, new Strict(configured), null);
        }
    }

    private record Strict(ServerKeyDatabase.Configuration configured) implements ServerKeyDatabase.Configuration {
        @Override
        public List<String> getUserKnownHostsFiles() {
            return List.of();
        }

        @Override
        public List<String> getGlobalKnownHostsFiles() {
            return List.of();
        }

        @Override
        public StrictHostKeyChecking getStrictHostKeyChecking() {
            return StrictHostKeyChecking.REQUIRE_MATCH;
        }

        @Override
        public boolean getHashKnownHosts() {
            return false;
        }

        @Override
        public String getUsername() {
            return configured.getUsername();
        }
    }
}
