package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.desired.git.CommitTrust;
import io.holdfast.desired.git.trust.SshSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures that are asked for are checked, or Holdfast does not start. */
class TrustConfigTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFileOfOneKey() throws Exception {
        file = pinned("zoe@example.org " + SshSigner.ed25519().publicKey());
    }

    private Path pinned(String text) throws IOException {
        return Files.writeString(folder.resolve("allowed_signers"), text);
    }

    private CommitTrust trust(String... keysAndValues) {
        List<String> all = new ArrayList<>(List.of("holdfast.source.url", "https://git.example.com/estate"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            all.add("holdfast.source." + keysAndValues[i]);
            all.add(keysAndValues[i + 1]);
        }
        HoldfastConfig config = Configs.sandbox(all.toArray(String[]::new));
        return TrustConfig.trust(config.source(), Clock.systemUTC());
    }

    private void refused(String message, String... keysAndValues) {
        assertThatThrownBy(() -> trust(keysAndValues))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void nobodyIsAskedUnlessItIsSaid() {
        assertThat(trust().asksEach()).isFalse();
        assertThat(trust("signatures", "off", "signers.ssh", file.toString()).asksEach())
                .isFalse();
        assertThat(trust("signatures", "head", "signers.ssh", file.toString()).asksEach())
                .isFalse();
        assertThat(trust("signatures", "every", "signers.ssh", file.toString()).asksEach())
                .isTrue();
        assertThat(trust()).isNotInstanceOf(io.holdfast.desired.git.trust.SignedCommits.class);
        assertThat(trust("signatures", "HEAD", "signers.ssh", file.toString()))
                .isInstanceOf(io.holdfast.desired.git.trust.SignedCommits.class);
    }

    @Test
    void aModeThatIsNoneIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> trust("signatures", "sometimes"))
                .hasMessageContaining("holdfast.source.signatures")
                .hasMessageContaining("sometimes")
                .hasMessageContaining("off")
                .hasMessageContaining("head")
                .hasMessageContaining("every");
    }

    @Test
    void signaturesWithoutAKeyAreRefused() throws IOException {
        refused("holdfast.source.signatures is head, and no key is pinned; name files", "signatures", "head");
        refused("holdfast.source.signatures is every, and no key is pinned; name files", "signatures", "every");
        String missing = folder.resolve("missing").toString();
        refused(missing + ": there is no such file", "signatures", "head", "signers.ssh", missing);
        refused(
                "holdfast.source.signatures is every, and nobody would be believed: " + missing,
                "signatures",
                "every",
                "signers.gpg",
                missing + "," + file);
        pinned("# nobody yet\n");
        refused("there is no key in " + file, "signatures", "head", "signers.ssh", file.toString());
        refused("it holds no PGP PUBLIC KEY BLOCK", "signatures", "head", "signers.gpg", file.toString());
        pinned("zoe@example.org ssh-ed25519 nonsense");
        refused(file + ": line 1: ", "signatures", "head", "signers.ssh", file.toString());
    }

    @Test
    void keysWithoutAWordOnWhatForAreRefused() {
        refused("does not say which commits they are for; allowed: off, head, every", "signers.ssh", file.toString());
    }

    @Test
    void keysThatWhoeverPushesCouldChangeAreRefused() {
        refused(
                file + " is inside of the repository",
                "url",
                "file://" + folder,
                "signatures",
                "head",
                "signers.ssh",
                file.toString());
        assertThat(trust(
                        "url",
                        folder.resolve("estate.git").toString(),
                        "signatures",
                        "every",
                        "signers.ssh",
                        file.toString()))
                .isNotNull();
    }

    @Test
    void keysAreLookedForWhereTheyReallyAre() throws IOException {
        // Given a work tree with a file of keys in it, and links to both from elsewhere
        Path tree = Files.createDirectories(folder.resolve("estate/.git")).getParent();
        Path inside = Files.copy(file, tree.resolve("allowed_signers"));
        Path linked = Files.createSymbolicLink(folder.resolve("linked_signers"), inside);
        Path way = Files.createSymbolicLink(folder.resolve("way"), tree);

        // When, then
        for (List<Path> urlAndFile : List.of(
                List.of(tree, inside),
                List.of(tree, linked),
                List.of(way, inside),
                List.of(tree, way.resolve("allowed_signers")),
                List.of(tree.resolve(".git"), inside),
                List.of(way.resolve(".git"), linked))) {
            refused(
                    urlAndFile.get(1) + " is inside of the repository",
                    "url",
                    urlAndFile.get(0).toString(),
                    "signatures",
                    "head",
                    "signers.ssh",
                    urlAndFile.get(1).toString());
        }
        assertThat(trust("url", way + "/.git", "signatures", "head", "signers.ssh", file.toString()))
                .isNotNull();
    }

    @Test
    void aPlainFolderHasNoCommitsToCheck() {
        HoldfastConfig config =
                Configs.sandbox("holdfast.source.signatures", "head", "holdfast.source.signers.ssh", file.toString());

        assertThatThrownBy(() -> TrustConfig.trust(config.source(), Clock.systemUTC()))
                .hasMessageContaining("a plain folder has no commits to check; it takes holdfast.source.url");
    }
}
