package io.holdfast.desired.git.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git, GnuPG and OpenSSH sign, and what they say to what we sign. Runs where they are installed, and says so where not. */
class OtherToolsTest {
    private static final String ZOE = "zoe@example.org";
    private static final String TRUSTED = "trusted";

    @TempDir
    Path temporary;

    private Path work;
    private Path home;

    @BeforeEach
    void aWorkTreeOfGits() throws Exception {
        for (String tool : List.of("git", "gpg", "ssh-keygen")) {
            boolean isThere = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                    .anyMatch(it -> Files.isExecutable(Path.of(it, tool)));
            if (!isThere) {
                System.out.println("signatures were NOT compared with other tools: " + tool + " is not installed");
            }
            assumeTrue(isThere, tool + " is not installed");
        }
        work = Files.createDirectory(temporary.resolve("work"));
        // The path of GnuPG's socket must be short.
        home = Files.createTempDirectory(
                Path.of("/tmp"),
                "gpg",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        run("git", "init", "-q", "-b", "main");
        run("git", "config", "user.name", "Zoë");
        run("git", "config", "user.email", ZOE);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        if (home == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                // GnuPG's agent takes its sockets away by itself.
                Files.deleteIfExists(file);
            }
        }
    }

    private record Ran(int code, String text) {}

    private Ran tried(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true);
        builder.environment().put("GNUPGHOME", home.toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), text);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Ran ran = tried(command);
        assertThat(ran.code()).as(String.join(" ", command) + "\n" + ran.text()).isZero();
        return ran.text().strip();
    }

    private String gpg(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("gpg", "--batch", "--no-tty", "-q", "--pinentry-mode", "loopback", "--passphrase", ""));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private String fingerprint(String name) throws IOException, InterruptedException {
        return gpg("--list-keys", "--with-colons", name)
                .lines()
                .filter(it -> it.startsWith("fpr:"))
                .findFirst()
                .orElseThrow()
                .split(":", -1)[9];
    }

    private ObjectId commit(String message) throws IOException, InterruptedException {
        run("git", "commit", "-q", "--allow-empty", "-S", "-m", message);
        return ObjectId.fromString(run("git", "rev-parse", "HEAD"));
    }

    private void judged(PinnedKeys keys, ObjectId commit, String expected) throws IOException {
        SignedCommits judge = new SignedCommits(TrustMode.HEAD, keys, Clock.systemUTC());
        try (Repository repository = Git.open(work.toFile()).getRepository()) {
            String got = judge.objection(List.of(commit), repository)
                    .map(it -> it.message())
                    .orElse(TRUSTED);
            if (expected.equals(TRUSTED)) {
                assertThat(got).isEqualTo(TRUSTED);
            } else {
                assertThat(got).isNotEqualTo(TRUSTED).contains(expected);
            }
        }
    }

    @Test
    void whatGnupgSignsIsTrustedUntilItsKeyIsRevoked() throws Exception {
        try {
            // Given keys that have been through something
            gpg("--quick-gen-key", "Rsa <rsa@example.org>", "rsa2048", "sign,cert", "2d");
            gpg("--quick-gen-key", "Sub <sub@example.org>", "ed25519", "cert", "0");
            String sub = fingerprint("sub@example.org");
            gpg("--quick-add-key", sub, "ed25519", "sign", "30d");
            gpg("--quick-gen-key", "Old <old@example.org>", "ed25519", "sign,cert", "1y");
            String renamed = fingerprint("old@example.org");
            gpg("--quick-add-uid", renamed, "New <new@example.org>");
            gpg("--quick-revoke-uid", renamed, "Old <old@example.org>");
            Path file = temporary.resolve("keys.asc");
            PinnedKeys keys = new PinnedKeys(List.of(file), List.of());

            // When each signs, and its life is prolonged thereafter
            String rsa = fingerprint("rsa@example.org");
            for (String fingerprint : List.of(rsa, sub, renamed)) {
                run("git", "config", "user.signingkey", fingerprint);
                ObjectId commit = commit("by " + fingerprint);
                gpg("--quick-set-expire", fingerprint, "3y");
                Files.writeString(file, gpg("--armor", "--export"));

                // Then
                run("git", "verify-commit", commit.name());
                judged(keys, commit, TRUSTED);
            }

            // And when one is revoked
            run("git", "config", "user.signingkey", rsa);
            ObjectId last = commit("before it is revoked");
            String certificate = Files.readString(home.resolve("openpgp-revocs.d/" + rsa + ".rev"));
            Path revocation = temporary.resolve("revocation.asc");
            Files.writeString(revocation, certificate.substring(certificate.indexOf(":-----") + 1));
            gpg("--import", revocation.toString());
            Files.writeString(file, gpg("--armor", "--export"));

            // Then
            assertThat(tried("git", "verify-commit", last.name()).code()).isNotZero();
            judged(keys, last, "its key is revoked (key " + rsa + ")");
        } finally {
            tried("gpgconf", "--kill", "all");
        }
    }

    @Test
    void whatOpenSshSignsIsTrustedAndWhatItRefusesIsNot() throws Exception {
        run("git", "config", "gpg.format", "ssh");
        Path allowed = temporary.resolve("allowed_signers");
        run("git", "config", "gpg.ssh.allowedSignersFile", allowed.toString());
        PinnedKeys keys = new PinnedKeys(List.of(), List.of(allowed));
        for (String type : List.of("ed25519 256", "rsa 2048", "ecdsa 256", "ecdsa 384", "ecdsa 521")) {
            // Given
            String[] words = type.split(" ", -1);
            Path key = temporary.resolve(String.join("-", words));
            run("ssh-keygen", "-q", "-t", words[0], "-b", words[1], "-N", "", "-C", "", "-f", key.toString());
            run("git", "config", "user.signingkey", key.toString());
            String line = Files.readString(Path.of(key + ".pub")).strip();

            // When
            ObjectId commit = commit("by " + type);
            Files.writeString(allowed, ZOE + " namespaces=\"git\" " + line + "\n");

            // Then
            run("git", "verify-commit", commit.name());
            judged(keys, commit, TRUSTED);

            // And what one type may not do, none may
            for (String option : type.startsWith("ed25519")
                    ? List.of("namespaces=\"file\"", "valid-before=\"20200101\"", "valid-after=\"20990101\"")
                    : List.<String>of()) {
                Files.writeString(allowed, ZOE + " " + option + " " + line + "\n");
                assertThat(tried("git", "verify-commit", commit.name()).code())
                        .as(option)
                        .isNotZero();
                judged(keys, commit, " is not trusted: its key ");
            }
        }
    }

    /** Version 3, which no tool writes any more: what our tests make of it is what others read. */
    @Test
    void whatIsRevokedOfOldIsRevokedForGnupgToo() throws Exception {
        try {
            // Given
            GpgSigner signer = GpgSigner.rsa("Zoë <zoe@example.org>", 2048);
            Path file = Files.writeString(temporary.resolve("keys.asc"), signer.publicKey());
            gpg("--import", file.toString());
            assertThat(gpg("--list-keys", "--with-colons", ZOE)).doesNotContain("pub:r:");

            // When
            Files.writeString(
                    file, signer.revokedOfOld(HashAlgorithmTags.SHA256).publicKey());
            gpg("--import", file.toString());

            // Then
            assertThat(gpg("--list-keys", "--with-colons", ZOE)).contains("pub:r:");
        } finally {
            tried("gpgconf", "--kill", "all");
        }
    }

    private Ran verified(Path bare, Path allowed, ObjectId commit) throws IOException, InterruptedException {
        return tried(
                "git",
                "-C",
                bare.toString(),
                "-c",
                "gpg.ssh.allowedSignersFile=" + allowed,
                "verify-commit",
                commit.name());
    }

    @Test
    void whatWeSignInTestsOtherToolsTakeForSigned() throws Exception {
        try {
            // Given somebody with keys of every sort, those in a security key included
            Path bare = temporary.resolve("bare");
            try (Commits commits = new Commits(bare)) {
                GpgSigner gpg = GpgSigner.of("Zoë <zoe@example.org>");
                List<SshSigner> signers = List.of(
                        SshSigner.ed25519(),
                        SshSigner.rsa(2048),
                        SshSigner.curve("nistp256"),
                        SshSigner.curve("nistp384"),
                        SshSigner.curve("nistp521"),
                        SshSigner.touched(),
                        SshSigner.touchedCurve());
                List<Commits.Pen> pens = new ArrayList<>(List.of(gpg::sign));
                StringBuilder lines = new StringBuilder();
                for (SshSigner signer : signers) {
                    pens.add(signer::sign);
                    lines.append(ZOE).append(' ').append(signer.publicKey()).append('\n');
                }
                Path allowed = Files.writeString(temporary.resolve("allowed"), lines);

                // When
                gpg(
                        "--import",
                        Files.writeString(temporary.resolve("keys.asc"), gpg.publicKey())
                                .toString());

                // Then
                for (Commits.Pen pen : pens) {
                    Ran good = verified(bare, allowed, commits.commit(pen, "signed"));
                    assertThat(good.code()).as(good.text()).isZero();
                    String signature = pen.sign(commits.payload("scale down"));
                    ObjectId tampered = commits.insert(Commits.signed(commits.payload("scale up"), signature));
                    assertThat(verified(bare, allowed, tampered).code()).isNotZero();
                }

                // And the signature for SHA-256 repositories is no part of what is signed
                byte[] signed = Commits.signed(commits.payload("both"), gpg.sign(commits.payload("both")));
                byte[] both =
                        Commits.with(Commits.SHA256 + " " + gpg.sign(signed).strip(), signed);
                assertThat(SignedCommit.of(both).payload()).isEqualTo(commits.payload("both"));
                Ran good = verified(bare, allowed, commits.insert(both));
                assertThat(good.code()).as(good.text()).isZero();
                byte[] only = Commits.with(
                        Commits.SHA256 + " " + gpg.sign(commits.payload("only")).strip(), commits.payload("only"));
                assertThat(verified(bare, allowed, commits.insert(only)).code()).isNotZero();
            }
        } finally {
            tried("gpgconf", "--kill", "all");
        }
    }
}
