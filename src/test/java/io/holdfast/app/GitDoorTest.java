package io.holdfast.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Sight;
import io.holdfast.desired.git.CommitTrust;
import io.holdfast.desired.git.GitHttpServer;
import io.holdfast.desired.git.GitSource;
import io.holdfast.desired.git.GitSshServer;
import io.holdfast.desired.git.MemoryHeads;
import io.holdfast.desired.git.Upstream;
import io.holdfast.sandbox.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that show a certificate or a key, and that want to see a token or a key, by the keys of the configuration. */
class GitDoorTest {
    private static final String PASSPHRASE = "correct horse";

    @TempDir
    private Path temporary;

    private Path folder;
    private Upstream upstream;
    private Optional<GitSource> source = Optional.empty();

    @BeforeEach
    void anUpstream() throws IOException {
        folder = temporary.toRealPath();
        upstream = new Upstream(folder.resolve("estate.git"));
        push("1");
    }

    @AfterEach
    void closed() {
        source.ifPresent(GitSource::close);
        upstream.close();
    }

    private void push(String text) {
        upstream.push("main", Map.of("environments/one.yaml", text));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Follows it anew, as after a start, by what the configuration says. */
    private void follow(String url, String... keysAndValues) {
        source.ifPresent(GitSource::close);
        List<String> all = new ArrayList<>(List.of(
                "holdfast.source.url",
                url,
                "holdfast.state-dir",
                folder.resolve("state").toString()));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            all.add("holdfast.source." + keysAndValues[i]);
            all.add(keysAndValues[i + 1]);
        }
        HoldfastConfig config = Configs.sandbox(all.toArray(String[]::new));
        source = Optional.of(new GitSource(
                GitConfig.settings(config).orElseThrow(),
                256 * 1024,
                new MemoryHeads(),
                CommitTrust.none(),
                Runnable::run,
                new TestClock()));
    }

    /** What is followed after a fetch, or what is wrong. */
    private String look() {
        GitSource followed = source.orElseThrow();
        followed.wake();
        Sight sight = followed.look(Set.of());
        return sight.trouble()
                .map(Finding::text)
                .orElseGet(() -> new String(
                        sight.environments()
                                .get("one")
                                .snapshot()
                                .orElseThrow()
                                .files()
                                .get("environments/one.yaml"),
                        UTF_8));
    }

    @Test
    void aServerIsTrustedByTheCertificatesThatAreConfigured() throws Exception {
        // Given two servers that are their own authority, one of which is not who it says
        ServerCertificate right = ServerCertificate.of("127.0.0.1");
        ServerCertificate elsewhere = ServerCertificate.of("127.0.0.2");
        String ca = file("ca.pem", right.pem()).toString();
        String other = file("other.pem", elsewhere.pem()).toString();
        try (var server = new GitHttpServer(folder, Optional.of(right.context()));
                var impostor = new GitHttpServer(folder, Optional.of(elsewhere.context()))) {
            String url = server.url("estate.git");

            // When
            follow(url);
            String platforms = look();
            follow(url, "ca", other);
            String others = look();
            follow(impostor.url("estate.git"), "ca", other);
            String impostors = look();
            int before = server.requests() + impostor.requests();
            follow(url, "ca", ca);
            String trusted = look();

            // Then
            assertThat(List.of(platforms, others, impostors))
                    .allSatisfy(it -> assertThat(it)
                            .contains("GIT_UNAVAILABLE: branch main of https://127.0.0.1:")
                            .contains("the server's certificate or encryption is not accepted"));
            assertThat(before)
                    .as("what was asked of servers that were not trusted")
                    .isZero();
            assertThat(trusted).isEqualTo("1");
        }
    }

    @Test
    void aTokenInAFileIsReadAgainWhenItIsReplaced() throws Exception {
        // Given
        Path token = file("token", "first-secret\n");
        try (GitHttpServer server = new GitHttpServer(folder)) {
            server.demand("x-access-token", "first-secret");
            follow(server.url("estate.git"), "token-file", token.toString());
            assertThat(look()).isEqualTo("1");

            // When the server takes another one only
            server.demand("x-access-token", "second-secret");
            push("2");
            String refused = look();
            file("token", "\n");
            String empty = look();
            Files.delete(token);
            String missing = look();
            file("token", "second-secret\n");
            String accepted = look();

            // Then
            assertThat(refused).contains("GIT_UNAVAILABLE").contains("the credentials are refused");
            assertThat(empty).contains(token + " holds no token");
            assertThat(missing).contains("the file " + token + " (holdfast.source.token-file) cannot be read");
            assertThat(List.of(refused, empty, missing))
                    .allSatisfy(it -> assertThat(it).doesNotContain("secret"));
            assertThat(accepted).isEqualTo("2");
        }
    }

    private static KeyPair key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    /** As ssh-keygen writes it. */
    private Path locked(KeyPair key) throws Exception {
        OpenSSHKeyEncryptionContext lock = new OpenSSHKeyEncryptionContext();
        lock.setPassword(PASSPHRASE);
        lock.setCipherType("256");
        Path file = folder.resolve("id");
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "holdfast", lock, out);
        }
        return file;
    }

    @Test
    void aKeyWithAPassphraseOpensAServerThatIsKnown() throws Exception {
        // Given
        KeyPair client = key();
        String key = locked(client).toString();
        String right = file("passphrase", PASSPHRASE + "\nanother line\n").toString();
        String wrong = file("wrong", "incorrect horse\n").toString();
        String stranger = folder.resolve("stranger").toString();
        Files.move(locked(key()), Path.of(stranger));
        locked(client);
        try (GitSshServer server = new GitSshServer(key(), client.getPublic())) {
            String url = server.url(upstream.folder());
            String known = file("known_hosts", server.line()).toString();

            // When
            follow(url, "ssh.key", key, "ssh.known-hosts", known, "ssh.passphrase-file", right);
            String first = look();
            push("2");
            String second = look();
            follow(url, "ssh.key", stranger, "ssh.known-hosts", known, "ssh.passphrase-file", right);
            String unwanted = look();
            int before = server.asked();
            follow(url, "ssh.key", key, "ssh.known-hosts", known, "ssh.passphrase-file", wrong);
            String notOpened = look();
            follow(url, "ssh.key", key, "ssh.known-hosts", known);
            String without = look();
            String nowhere = folder.resolve("nowhere").toString();
            follow(url, "ssh.key", nowhere, "ssh.known-hosts", known, "ssh.passphrase-file", right);
            String missing = look();
            follow(url, "ssh.key", folder.toString(), "ssh.known-hosts", known, "ssh.passphrase-file", right);
            String unreadable = look();

            // Then
            assertThat(missing)
                    .contains("the key " + nowhere + " (holdfast.source.ssh.key) cannot be read: there is no such file")
                    .doesNotContain("passphrase");
            assertThat(unreadable)
                    .contains("the key " + folder + " (holdfast.source.ssh.key) cannot be read")
                    .doesNotContain("passphrase");
            assertThat(first).isEqualTo("1");
            assertThat(second).isEqualTo("2");
            assertThat(List.of(unwanted, notOpened, without))
                    .allSatisfy(it -> assertThat(it).contains("GIT_UNAVAILABLE: branch main of ssh://git@127.0.0.1:"));
            assertThat(unwanted).contains("the credentials are refused");
            assertThat(notOpened)
                    .contains("the key " + key + " (holdfast.source.ssh.key) is not opened by the passphrase");
            assertThat(server.asked()).as("keys shown that could not be opened").isEqualTo(before);
            assertThat(without).contains("holdfast.source.ssh.passphrase-file");
            assertThat(List.of(unwanted, notOpened, without))
                    .allSatisfy(it -> assertThat(it).doesNotContain("horse"));
        }
    }

    @Test
    void aServerWithAnotherKeyOrNoneThatIsKnownIsNotTalkedTo() throws Exception {
        // Given
        KeyPair client = key();
        String key = locked(client).toString();
        String passphrase = file("passphrase", PASSPHRASE).toString();
        try (GitSshServer server = new GitSshServer(key(), client.getPublic())) {
            String url = server.url(upstream.folder());
            Path known = file("known_hosts", server.line(key().getPublic()));
            follow(url, "ssh.key", key, "ssh.known-hosts", known.toString(), "ssh.passphrase-file", passphrase);

            // When
            String changed = look();
            file("known_hosts", "");
            String unknown = look();
            String after = Files.readString(known);
            Files.delete(known);
            String missing = look();
            int shown = server.asked();
            file("known_hosts", server.line());
            String right = look();

            // Then
            assertThat(List.of(changed, unknown))
                    .allSatisfy(
                            it -> assertThat(it)
                                    .contains("GIT_UNAVAILABLE: branch main of ssh://git@127.0.0.1:")
                                    .contains(
                                            "the server's key is not the one in the file that holdfast.source.ssh.known-hosts"));
            assertThat(missing).contains(known + " (holdfast.source.ssh.known-hosts) cannot be read");
            assertThat(after).as("no server is learnt").isEmpty();
            assertThat(shown).as("keys shown to a server that is not known").isZero();
            assertThat(right).isEqualTo("1");
        }
    }
}
