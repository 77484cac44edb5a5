package io.holdfast.desired.git.trust;

import io.holdfast.desired.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** Commits before a judge who knows some keys, at some time. */
final class Ordeal {
    /** An hour after commits are made. */
    static final Instant NOW = Commits.MADE.plusSeconds(3600);

    private final Path gpg;
    private final Path ssh;
    private final Commits commits;
    private final Instant now;

    private Ordeal(Path gpg, Path ssh, Commits commits, Instant now) {
        this.gpg = gpg;
        this.ssh = ssh;
        this.commits = commits;
        this.now = now;
    }

    static Ordeal with(Path folder, Commits commits) {
        return new Ordeal(folder.resolve("keys.asc"), folder.resolve("allowed_signers"), commits, NOW);
    }

    Ordeal at(Instant time) {
        return new Ordeal(gpg, ssh, commits, time);
    }

    /** Pins these OpenPGP keys, and no other. */
    Ordeal pin(GpgSigner... signers) throws IOException {
        StringBuilder text = new StringBuilder();
        for (GpgSigner signer : signers) {
            text.append(signer.publicKey());
        }
        Files.writeString(gpg, text);
        return this;
    }

    /** Pins these SSH keys, and no other. */
    Ordeal allow(String... lines) throws IOException {
        Files.writeString(ssh, String.join("\n", lines) + "\n");
        return this;
    }

    Path gpgFile() {
        return gpg;
    }

    Path sshFile() {
        return ssh;
    }

    private PinnedKeys keys() {
        return new PinnedKeys(
                Files.exists(gpg) ? List.of(gpg) : List.of(), Files.exists(ssh) ? List.of(ssh) : List.of());
    }

    SignedCommits judge(TrustMode mode) {
        return new SignedCommits(mode, keys(), Clock.fixed(now, ZoneOffset.UTC));
    }

    /** What the judge has against commits, the head first. */
    Optional<Finding> judge(TrustMode mode, ObjectId... brought) {
        return judge(mode).objection(List.of(brought), commits.repository());
    }

    /** {@code trusted}, or what the finding says. */
    String verdict(ObjectId head) {
        return judge(TrustMode.HEAD, head).map(Finding::message).orElse("trusted");
    }
}
