package io.holdfast.desired.git;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.eclipse.jgit.internal.transport.sshd.OpenSshServerKeyDatabase;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/** The way in over ssh: with the configured key, to a server whose key is known, and without anybody's configuration. */
final class SshDoor {
    private static final File NOWHERE = new File("/nonexistent");

    private SshDoor() {}

    static SshdSessionFactory open(Keys.Ssh keys) throws IOException {
        if (!Files.isReadable(keys.knownHosts())) {
            throw new IOException(
                    "the file " + keys.knownHosts() + " (holdfast.source.ssh.known-hosts) cannot be read");
        }
        List<KeyPair> identity = SshIdentity.load(keys);
        return new SshdSessionFactoryBuilder()
                .setHomeDirectory(NOWHERE)
                .setSshDirectory(NOWHERE)
                .setConfigFile(folder -> null)
                .setDefaultIdentities(folder -> List.of())
                .setDefaultKeysProvider(folder -> identity)
                .setPreferredAuthentications("publickey")
                .setServerKeyDatabase((home, folder) -> new Known(keys.knownHosts()))
                .setProxyDataFactory(remote -> null)
                .build(null);
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
