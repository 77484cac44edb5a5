package io.holdfast.desired.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * Who we are to an ssh server. The key is opened before anybody is called: when that is left to JGit, a key that does not
 * open looks like one the server refuses.
 */
final class SshIdentity {
    private SshIdentity() {}

    /** @throws IOException when the key cannot be read or opened, with the key of the configuration that says which */
    static List<KeyPair> load(Keys.Ssh keys) throws IOException {
        String key = "the key " + keys.key() + " (holdfast.source.ssh.key)";
        Optional<String> passphrase = passphrase(keys.passphrase());
        FilePasswordProvider provider = (session, resource, attempt) -> passphrase.orElse(null);
        byte[] locked = bytes(keys.key(), key);
        List<KeyPair> loaded = new ArrayList<>();
        try (InputStream in = new ByteArrayInputStream(locked)) {
            Optional.ofNullable(SecurityUtils.loadKeyPairIdentities(null, new PathResource(keys.key()), in, provider))
                    .ifPresent(all -> all.forEach(loaded::add));
        } catch (IOException | GeneralSecurityException | RuntimeException closed) {
            // The library throws whatever it stumbles over, and what it says of a wrong passphrase helps nobody.
            String why = passphrase.isPresent()
                    ? " is not opened by the passphrase in the file that holdfast.source.ssh.passphrase-file names"
                    : " cannot be read; one with a passphrase takes holdfast.source.ssh.passphrase-file";
            throw new IOException(key + why);
        }
        if (loaded.isEmpty()) {
            throw new IOException(key + " holds no private key");
        }
        return loaded;
    }

    /** Read before it is opened: what cannot be read is not the passphrase's fault. */
    private static byte[] bytes(Path file, String key) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new IOException(key + " cannot be read: there is no such file");
        } catch (IOException unreadable) {
            throw new IOException(key + " cannot be read");
        }
    }

    private static Optional<String> passphrase(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Files.readString(file.get(), UTF_8).lines().findFirst().orElse(""));
        } catch (IOException unreadable) {
            throw new IOException("the file " + file.get() + " (holdfast.source.ssh.passphrase-file) cannot be read");
        }
    }
}
