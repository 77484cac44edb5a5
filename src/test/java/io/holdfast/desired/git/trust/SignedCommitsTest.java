package io.holdfast.desired.git.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.desired.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commits are asked for their signature, and what happens when nobody can tell. */
class SignedCommitsTest {
    @TempDir
    Path temporary;

    private Commits commits;
    private Ordeal ordeal;
    private SshSigner zoe;

    @BeforeEach
    void aRepositoryAndAKeyThatIsPinned() throws Exception {
        commits = new Commits(temporary.resolve("repository"));
        zoe = SshSigner.ed25519();
        ordeal = Ordeal.with(temporary, commits).allow(allowed(zoe));
    }

    @AfterEach
    void closed() {
        commits.close();
    }

    private static String allowed(SshSigner signer) {
        return "zoe@example.org " + signer.publicKey();
    }

    private ObjectId signed(String message, ObjectId... parents) throws Exception {
        return commits.commit(zoe::sign, message, parents);
    }

    private ObjectId unsigned(String message, ObjectId... parents) throws Exception {
        return commits.commit(Commits.Pen.none(), message, parents);
    }

    private static String told(Optional<Finding> finding) {
        return finding.map(Finding::message).orElse("trusted");
    }

    @Test
    void withHeadOnlyTheHeadIsAsked() throws Exception {
        // Given
        ObjectId between = unsigned("between");
        ObjectId head = signed("head", between);

        // When
        Optional<Finding> good = ordeal.judge(TrustMode.HEAD, head, between);
        Optional<Finding> bad = ordeal.judge(TrustMode.HEAD, between, head);

        // Then
        assertThat(good).isEmpty();
        assertThat(bad.orElseThrow().text())
                .isEqualTo("./:1:1: SIGNATURE: commit " + between.name() + " is not trusted: it is not signed itself;"
                        + " a signed tag does not sign the commit; allowed: commits signed with a key in the"
                        + " files of holdfast.source.signers");
    }

    @Test
    void withEveryEachOneIsAskedAndTheOldestIsTold() throws Exception {
        // Given
        ObjectId first = unsigned("first");
        ObjectId second = signed("second", first);
        ObjectId third = unsigned("third", second);
        ObjectId head = signed("head", third);

        // When
        Optional<Finding> findings = ordeal.judge(TrustMode.EVERY, head, third, second, first);

        // Then
        assertThat(told(findings))
                .startsWith("commit " + first.name() + " is not trusted: ")
                .endsWith("; nor are 1 more that came with it");
        assertThat(ordeal.judge(TrustMode.EVERY, head, second)).isEmpty();
    }

    @Test
    void whatIsNotHereIsNotTrusted() throws Exception {
        // Given
        ObjectId gone = ObjectId.fromString("1234567890123456789012345678901234567890");

        // When
        String got = told(ordeal.judge(TrustMode.EVERY, signed("head"), gone));

        // Then
        assertThat(got).startsWith("commit " + gone.name() + " is not trusted: it cannot be read: ");
    }

    @Test
    void aHistoryThatWasCutOffIsNotTakenForAWholeOne() throws Exception {
        // Given
        ObjectId first = signed("first", unsigned("never fetched"));
        ObjectId head = signed("head", first);
        Files.writeString(commits.repository().getDirectory().toPath().resolve("shallow"), first.name() + "\n");

        // When
        Optional<Finding> every = ordeal.judge(TrustMode.EVERY, head, first);
        Optional<Finding> newest = ordeal.judge(TrustMode.HEAD, head, first);

        // Then
        assertThat(told(every)).contains("not all commits between it and the last one that was accepted are here");
        assertThat(newest).isEmpty();
    }

    @Test
    void aCommitWhoseContentIsNotWhatItsIdSaysIsNotTrusted() throws Exception {
        // Given a signed commit, put where another one was
        ObjectId real = unsigned("real");
        ObjectId fake = signed("fake");
        Files.delete(loose(real));
        Files.copy(loose(fake), loose(real));

        // When
        Optional<Finding> finding = ordeal.judge(TrustMode.HEAD, real);

        // Then
        assertThat(told(finding)).contains("its content is not what its id says");
    }

    private Path loose(ObjectId id) {
        return commits.repository()
                .getDirectory()
                .toPath()
                .resolve("objects")
                .resolve(id.name().substring(0, 2))
                .resolve(id.name().substring(2));
    }

    @Test
    void keysAreReadAgainAtEveryLook() throws Exception {
        // Given
        SshSigner next = SshSigner.ed25519();
        ObjectId byZoe = signed("by the old key");
        ObjectId byNext = commits.commit(next::sign, "by the new key");
        SignedCommits judge = ordeal.judge(TrustMode.HEAD);
        var changed = Files.getLastModifiedTime(ordeal.sshFile());
        assertThat(judge.objection(List.of(byZoe), commits.repository())).isEmpty();

        // When the key is replaced by one that is as long, in a file that says to be as old
        ordeal.allow(allowed(next));
        Files.setLastModifiedTime(ordeal.sshFile(), changed);

        // Then
        assertThat(judge.objection(List.of(byNext), commits.repository())).isEmpty();
        assertThat(judge.objection(List.of(byZoe), commits.repository()))
                .hasValueSatisfying(it -> assertThat(it.message()).contains("its key is not pinned"));
    }

    @Test
    void keysThatCannotBeReadTrustNobodyAndSayWhichFile() throws Exception {
        // Given
        ObjectId head = signed("head");
        SignedCommits judge = ordeal.judge(TrustMode.HEAD);
        String file = ordeal.sshFile().toString();

        // When
        ordeal.allow(allowed(zoe), "zoe@example.org valid-until=\"20270101\" " + zoe.publicKey());
        String strange = told(judge, head);
        Files.delete(ordeal.sshFile());
        String missing = told(judge, head);
        ordeal.allow(allowed(zoe));
        Optional<Finding> again = judge.objection(List.of(head), commits.repository());

        // Then
        assertThat(strange)
                .startsWith("whether commit " + head.name() + " is to be trusted cannot be told: " + file
                        + ": line 2: \"valid-until=")
                .contains("is no option; there is cert-authority, namespaces, valid-after, valid-before");
        assertThat(missing).contains(file + ": there is no such file");
        assertThat(again).isEmpty();
    }

    private String told(SignedCommits judge, ObjectId head) {
        return told(judge.objection(List.of(head), commits.repository()));
    }

    @Test
    void filesThatHoldSomethingElseThanPublicKeysAreRefused() throws Exception {
        // Given
        GpgSigner gpg = GpgSigner.of("Zoë");
        ObjectId head = commits.commit(gpg::sign, "head");
        SignedCommits judge = ordeal.pin(gpg).judge(TrustMode.HEAD);
        assertThat(judge.objection(List.of(head), commits.repository())).isEmpty();

        // When
        Files.writeString(ordeal.gpgFile(), gpg.publicKey().replace("PUBLIC", "PRIVATE"));
        String secret = told(judge, head);
        Files.writeString(ordeal.gpgFile(), "zoe@example.org");
        String nothing = told(judge, head);
        Files.writeString(ordeal.gpgFile(), gpg.publicKey().replaceAll("[N-Z]", "m"));
        String garbled = told(judge, head);

        // Then
        assertThat(secret).contains("it holds a secret key");
        assertThat(nothing).contains("it holds no PGP PUBLIC KEY BLOCK");
        assertThat(garbled).contains(ordeal.gpgFile() + ": ");
    }

    @Test
    void aBlockOfKeysThatIsNotWholeIsNeverSkipped() throws Exception {
        // Given somebody who is pinned, and everything after that in a block that somebody has spoilt
        GpgSigner gpg = GpgSigner.of("Zoë");
        ObjectId head = commits.commit(gpg::sign, "head");
        String before = gpg.publicKey();
        String revoked =
                gpg.revoked(Commits.MADE, RevocationReasonTags.KEY_COMPROMISED).publicKey();
        String end = "-----END PGP PUBLIC KEY BLOCK-----";
        SignedCommits judge = ordeal.pin(gpg).judge(TrustMode.HEAD);
        Map<String, String> spoilt = new LinkedHashMap<>();
        spoilt.put("no end", before + revoked.replace(end, ""));
        spoilt.put("no end of the first", before.replace(end, "") + revoked);
        spoilt.put("no beginning", before + revoked.substring(revoked.indexOf('\n')));
        spoilt.put("a blank behind its first line", before + revoked.replaceFirst("-----\n", "----- \n"));
        spoilt.put("a blank behind its last line", before + revoked.strip() + " \n");
        spoilt.put("a blank behind the last line of the first", before.strip() + " \n" + revoked);
        spoilt.put("indented", before + revoked.indent(2));
        spoilt.put("a byte order mark", before + "\uFEFF" + revoked);
        spoilt.put("quoted", before + revoked.replaceAll("(?m)^", "> "));
        spoilt.put("on one line with the last", before.strip() + revoked);
        spoilt.put("of another sort", before + revoked.replace("PUBLIC KEY BLOCK", "MESSAGE"));

        for (Map.Entry<String, String> it : spoilt.entrySet()) {
            // When
            Files.writeString(ordeal.gpgFile(), it.getValue());

            // Then
            assertThat(told(judge, head))
                    .as(it.getKey())
                    .contains(ordeal.gpgFile() + ": line ")
                    .contains(" belongs to no whole block; one begins with the line -----BEGIN PGP PUBLIC KEY BLOCK");
        }
        Files.writeString(ordeal.gpgFile(), "Zoë's\n" + before.replace("\n", "\r\n") + "\nof old\n" + revoked);
        assertThat(told(judge, head)).contains("its key is revoked");
        Files.writeString(ordeal.gpgFile(), "Zoë's\n" + before.replace("\n", "\r\n") + "\n# that is all\n");
        assertThat(told(judge, head)).isEqualTo("trusted");
    }

    @Test
    void withoutAnyFileOfKeysThereIsNoJudge() {
        assertThatThrownBy(() -> new PinnedKeys(List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no file of keys");
        assertThatThrownBy(() -> ordeal.judge(TrustMode.OFF)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void linesOfSignersAreReadAsOpenSshReadsThem() throws Exception {
        // Given
        String key = zoe.publicKey();
        String[] good = {
            "\"zoe@example.org\" " + key,
            "zoe@example.org\tNAMESPACES=\"git\"   " + key + "  a remark, with = in it",
            "  zoe@example.org valid-after=20250101,namespaces=\"git\" " + key,
            "zoe@example.org valid-before=\"20990101000000Z\" " + key,
        };
        String[] bad = {
            "zoe@example.org",
            "zoe@example.org " + key.split(" ", -1)[0],
            "zoe@example.org ssh-rsa " + key.split(" ", -1)[1],
            "zoe@example.org namespaces " + key,
            "zoe@example.org namespaces=\"git " + key,
            "zoe@example.org valid-after=\"2025-01-01\" " + key,
            "zoe@example.org valid-after=\"20251301\" " + key,
            "zoe@example.org valid-before=\"20250230\" " + key,
            "zoe@example.org valid-before=\"20990229\" " + key,
            "zoe@example.org valid-before=\"2099010112\" " + key,
            "zoe@example.org valid-before=\"20990101240000\" " + key,
            "zoe@example.org valid-before=\"20990101236000\" " + key,
            "zoe@example.org valid-before=\"20990101ZZ\" " + key,
            "zoe@example.org namespaces=\"git\",namespaces=\"file\" " + key,
            "zoe@example.org " + key.replace('A', '!'),
        };
        ObjectId head = signed("head");

        // When, then
        for (String line : good) {
            assertThat(ordeal.allow(line).verdict(head)).as(line).isEqualTo("trusted");
        }
        for (String line : bad) {
            assertThat(ordeal.allow(line).verdict(head)).as(line).contains(": line 1: ");
        }
    }

    @Test
    void aCommitThatDoesNotSayWhoMadeItIsNotTrusted() throws Exception {
        assertThat(ordeal.verdict(raw("tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nnobody\n")))
                .contains("it does not say who made it");
    }

    @Test
    void whatIsNoCommitIsNotTrusted() throws Exception {
        for (String text : List.of(
                "", "\n", "tree", "tree nonsense\n\n", "committer \n\n", "gpgsig x\ntree 1\n", "x".repeat(100_000))) {
            ObjectId id = raw(text);

            assertThat(ordeal.verdict(id)).as(text).contains("is not trusted: ");
        }
    }

    private ObjectId raw(String text) throws Exception {
        return commits.insert(text.getBytes(StandardCharsets.US_ASCII));
    }
}
