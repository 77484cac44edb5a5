package io.holdfast.desired.git.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way we know in which a commit can be signed, rightly and wrongly, in a real repository. */
class SignatureCorpusTest {
    private static final int SIGN = KeyFlags.SIGN_DATA | KeyFlags.CERTIFY_OTHER;
    private static final Instant LATER = Ordeal.NOW.plus(Duration.ofDays(400));
    private static final String ZOE = "Zoë <zoe@example.org>";

    @TempDir
    Path temporary;

    private final List<String> table = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int folders;

    private Commits commits;

    private Ordeal ordeal() throws Exception {
        return Ordeal.with(Files.createDirectory(temporary.resolve("keys" + folders++)), commits);
    }

    /** Judges a commit and holds what came out against what should. */
    private void expect(String what, String expected, Ordeal ordeal, ObjectId commit) {
        String prefix = "commit " + commit.name() + " is not trusted: ";
        Optional<Finding> finding = ordeal.judge(TrustMode.HEAD, commit);
        String got = finding.map(Finding::message).orElse("trusted");
        boolean isRight = expected.equals("trusted")
                ? finding.isEmpty()
                : got.startsWith(prefix)
                        && got.contains(expected)
                        && finding.get().code() == Code.SIGNATURE;
        table.add("  %-5s %-48s expected: %-58s got: %s"
                .formatted(isRight ? "ok" : "WRONG", what, expected, got.replace(prefix, "refused: ")));
        if (!isRight) {
            wrong.add(what + ": " + got);
        }
    }

    private void expect(String what, String expected, Ordeal ordeal, Commits.Pen pen) throws Exception {
        expect(what, expected, ordeal, commits.commit(pen, what));
    }

    private void report(String title) {
        System.out.println(title + ": " + table.size() + " cases, " + wrong.size() + " wrong");
        assertThat(wrong).as(() -> String.join("\n", table)).isEmpty();
    }

    @Test
    void openPgp() throws Exception {
        try (Commits made = new Commits(temporary.resolve("repository"))) {
            commits = made;
            good();
            keysThatDoNotCount();
            subkeys();
            signaturesThatDoNotFit();
            formsThatAreNone();
        }
        report("OpenPGP signatures");
        assertThat(table).hasSizeGreaterThanOrEqualTo(30);
    }

    private void good() throws Exception {
        GpgSigner zoe = GpgSigner.of(ZOE);
        expect("Ed25519", "trusted", ordeal().pin(zoe), zoe::sign);
        GpgSigner rsa = GpgSigner.rsa(ZOE, 2048);
        expect("RSA, 2048 bits", "trusted", ordeal().pin(rsa), rsa::sign);
        GpgSigner curve = GpgSigner.bare(GpgSigner.P256, 256).named(ZOE, GpgSigner.MADE, Duration.ZERO, SIGN);
        expect("ECDSA, P-256", "trusted", ordeal().pin(curve), curve::sign);
        expect("one of several keys", "trusted", ordeal().pin(rsa, zoe, curve), zoe::sign);

        GpgSigner renamed = GpgSigner.of("Zoë <zoe@old.example>")
                .named(ZOE, GpgSigner.MADE, Duration.ZERO, SIGN)
                .unnamed("Zoë <zoe@old.example>", GpgSigner.MADE.plusSeconds(9));
        expect("first of two names revoked", "trusted", ordeal().pin(renamed), renamed::sign);
        GpgSigner prolonged = GpgSigner.bare(GpgSigner.ED25519, 256)
                .named(ZOE, GpgSigner.MADE.plusSeconds(900), Duration.ofDays(900), SIGN);
        expect(
                "life prolonged after signing",
                "trusted",
                ordeal().pin(prolonged).at(LATER),
                prolonged::sign);
        GpgSigner twice = GpgSigner.bare(GpgSigner.ED25519, 256)
                .named(ZOE, GpgSigner.MADE, Duration.ofDays(1), SIGN)
                .named(ZOE, GpgSigner.MADE.plusSeconds(900), Duration.ofDays(900), SIGN);
        expect("life prolonged, both words kept", "trusted", ordeal().pin(twice).at(LATER), twice::sign);
    }

    private void keysThatDoNotCount() throws Exception {
        GpgSigner zoe = GpgSigner.of(ZOE);
        GpgSigner mallory = GpgSigner.of("Mallory <zoe@example.org>");
        expect("unsigned", "not signed", ordeal().pin(zoe), Commits.Pen.none());
        expect("unknown key, same name", "(key " + mallory.fingerprint() + ")", ordeal().pin(zoe), mallory::sign);
        expect("unknown key", "its key is not pinned", ordeal().pin(zoe), mallory::sign);

        GpgSigner expired =
                GpgSigner.bare(GpgSigner.ED25519, 256).named(ZOE, GpgSigner.MADE, Duration.ofMinutes(30), SIGN);
        expect("expired", "its key expired at 2026-01-05T08:30:00Z", ordeal().pin(expired), expired::sign);
        expect("the same before it expired", "trusted", ordeal().pin(expired).at(Commits.MADE), expired::sign);
        GpgSigner shortened = GpgSigner.of(ZOE).named(ZOE, GpgSigner.MADE.plusSeconds(9), Duration.ofMinutes(5), SIGN);
        expect("life shortened later", "its key expired", ordeal().pin(shortened), shortened::sign);

        for (byte reason : new byte[] {
            RevocationReasonTags.NO_REASON, RevocationReasonTags.KEY_COMPROMISED, RevocationReasonTags.KEY_SUPERSEDED
        }) {
            GpgSigner revoked = GpgSigner.of(ZOE).revoked(Commits.MADE.plusSeconds(60), reason);
            expect("revoked, reason " + reason, "its key is revoked", ordeal().pin(revoked), revoked::sign);
        }
        GpgSigner weakly =
                GpgSigner.of(ZOE).revoked(Commits.MADE, RevocationReasonTags.KEY_COMPROMISED, HashAlgorithmTags.SHA1);
        expect("revoked with SHA-1", "its key is revoked", ordeal().pin(weakly), weakly::sign);
        for (int hash : new int[] {HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA1}) {
            GpgSigner ofOld = GpgSigner.rsa(ZOE, 2048).revokedOfOld(hash);
            expect("revoked in version 3, hash " + hash, "its key is revoked", ordeal().pin(ofOld), ofOld::sign);
            GpgSigner unnamed = GpgSigner.rsa(ZOE, 2048).unnamedOfOld(ZOE, hash);
            expect("its only name revoked in version 3", "no word of its own", ordeal().pin(unnamed), unnamed::sign);
        }
        GpgSigner half = GpgSigner.of(ZOE);
        Ordeal before = ordeal().pin(half);
        String unrevoked = half.publicKey();
        half.revoked(Commits.MADE, RevocationReasonTags.NO_REASON);
        Files.writeString(before.gpgFile(), half.publicKey() + unrevoked);
        expect("revoked in one of two copies", "its key is revoked", before, half::sign);

        GpgSigner nameless = GpgSigner.of(ZOE).unnamed(ZOE, GpgSigner.MADE.plusSeconds(9));
        expect("its only name revoked", "no word of its own", ordeal().pin(nameless), nameless::sign);
        GpgSigner weaklyNameless =
                GpgSigner.of(ZOE).unnamed(ZOE, GpgSigner.MADE.plusSeconds(9), HashAlgorithmTags.SHA1);
        expect(
                "its only name revoked with SHA-1",
                "no word of its own",
                ordeal().pin(weaklyNameless),
                weaklyNameless::sign);
        GpgSigner certifier = GpgSigner.bare(GpgSigner.ED25519, 256)
                .named(ZOE, GpgSigner.MADE, Duration.ZERO, KeyFlags.CERTIFY_OTHER);
        expect("not for signing", "not for signing", ordeal().pin(certifier), certifier::sign);
        GpgSigner old = GpgSigner.bare(GpgSigner.ED25519, 256)
                .named(ZOE, GpgSigner.MADE, Duration.ZERO, SIGN, HashAlgorithmTags.SHA1);
        expect("says who it is with SHA-1", "no word of its own", ordeal().pin(old), old::sign);
        GpgSigner weak = GpgSigner.rsa(ZOE, 1024);
        expect("RSA, 1024 bits", "its RSA key has 1024 bits, and at least 2048", ordeal().pin(weak), weak::sign);
    }

    private void subkeys() throws Exception {
        GpgSigner zoe = GpgSigner.bare(GpgSigner.ED25519, 256)
                .named(ZOE, GpgSigner.MADE, Duration.ZERO, KeyFlags.CERTIFY_OTHER);
        GpgSigner sub = zoe.subkey(Duration.ofMinutes(30), KeyFlags.SIGN_DATA, true);
        expect("subkey", "trusted", ordeal().pin(zoe).at(Commits.MADE), sub::sign);
        expect("subkey expired", "its key expired", ordeal().pin(zoe), sub::sign);
        zoe.revokedSubkey(Commits.MADE.plusSeconds(9));
        expect("subkey revoked", "its subkey is revoked", ordeal().pin(zoe).at(Commits.MADE), sub::sign);

        GpgSigner weakly = GpgSigner.of(ZOE);
        GpgSigner stolen = weakly.subkey(Duration.ZERO, KeyFlags.SIGN_DATA, true);
        expect("subkey without an end", "trusted", ordeal().pin(weakly), stolen::sign);
        weakly.revokedSubkey(Commits.MADE.plusSeconds(9), HashAlgorithmTags.SHA1);
        expect("subkey revoked with SHA-1", "its subkey is revoked", ordeal().pin(weakly), stolen::sign);

        GpgSigner ofOld = GpgSigner.rsa(ZOE, 2048);
        GpgSigner lost = ofOld.subkey(Duration.ZERO, KeyFlags.SIGN_DATA, true);
        ofOld.revokedSubkeyOfOld(HashAlgorithmTags.SHA256);
        expect("subkey revoked in version 3", "its subkey is revoked", ordeal().pin(ofOld), lost::sign);

        GpgSigner mute = GpgSigner.of(ZOE);
        GpgSigner claimed = mute.subkey(Duration.ZERO, KeyFlags.SIGN_DATA, false);
        expect("subkey that does not say back", "does not say that it belongs", ordeal().pin(mute), claimed::sign);
        GpgSigner reader = mute.subkey(Duration.ZERO, KeyFlags.ENCRYPT_COMMS, true);
        expect("subkey for encryption", "not for signing", ordeal().pin(mute), reader::sign);
        GpgSigner revoked = GpgSigner.of(ZOE);
        GpgSigner orphan = revoked.subkey(Duration.ZERO, KeyFlags.SIGN_DATA, true);
        revoked.revoked(Commits.MADE, RevocationReasonTags.KEY_COMPROMISED);
        expect("subkey of a revoked key", "its key is revoked", ordeal().pin(revoked), orphan::sign);
    }

    private void signaturesThatDoNotFit() throws Exception {
        GpgSigner zoe = GpgSigner.of(ZOE);
        Ordeal ordeal = ordeal().pin(zoe);
        byte[] payload = commits.payload("scale down");
        byte[] tampered = Commits.signed(commits.payload("scale up"), zoe.sign(payload));
        expect("tampered", "over something else, or it was changed", ordeal, commits.insert(tampered));
        ObjectId parent = commits.commit(zoe::sign, "parent");
        byte[] moved = Commits.signed(commits.payload("scale down", parent), zoe.sign(payload));
        expect("moved onto another parent", "over something else", ordeal, commits.insert(moved));
        byte[] twice = Commits.signed(payload, zoe.sign(payload), zoe.sign(payload));
        expect("signed twice", "more than one signature", ordeal, commits.insert(twice));
        String sha256 = Commits.SHA256 + " "
                + zoe.sign(commits.payload("another rendering")).strip();
        expect(
                "signed for SHA-256 repositories as well",
                "trusted",
                ordeal,
                commits.insert(Commits.with(sha256, Commits.signed(payload, zoe.sign(payload)))));
        expect(
                "signed for SHA-256 repositories as well, and tampered",
                "over something else",
                ordeal,
                commits.insert(Commits.with(sha256, tampered)));
        expect(
                "signed for SHA-256 repositories only",
                "not signed itself",
                ordeal,
                commits.insert(
                        Commits.with(Commits.SHA256 + " " + zoe.sign(payload).strip(), payload)));
        expect(
                "with a header that is signed by nobody",
                "over something else",
                ordeal,
                commits.insert(Commits.with("gpgsigned yes", Commits.signed(payload, zoe.sign(payload)))));

        ObjectId unsigned = commits.commit(Commits.Pen.none(), "unsigned");
        ObjectId tag = commits.tag(zoe::sign, unsigned);
        assertThat(commits.repository().open(tag, Constants.OBJ_TAG).getSize()).isPositive();
        expect("signed tag on an unsigned commit", "a signed tag does not sign the commit", ordeal, unsigned);
        byte[] quoted = commits.payload("message\n\ngpgsig " + zoe.sign(payload));
        expect("a signature in the message", "not signed", ordeal, commits.insert(quoted));

        expect("SHA-1", "made with SHA-1", ordeal, it -> zoe.sign(it, HashAlgorithmTags.SHA1));
        expect("MD5", "made with MD5", ordeal().pin(GpgSigner.of(ZOE)), it -> zoe.sign(it, HashAlgorithmTags.MD5));
        expect("signature expired", "its signature expired", ordeal, zoe::signForOneMinute);
        expect("on a condition", "a condition attached", ordeal, zoe::signOnCondition);
    }

    private void formsThatAreNone() throws Exception {
        GpgSigner zoe = GpgSigner.of(ZOE);
        Ordeal ordeal = ordeal().pin(zoe);
        expect("cut off", "its armour is not whole", ordeal, it -> zoe.sign(it).substring(0, 120));
        expect("garbled", "cannot be used", ordeal, it -> body(zoe.sign(it), "[A-M]", "x"));
        expect("empty armour", "cannot be used", ordeal, it -> GpgSignature.BEGIN + "\n\n-----END PGP SIGNATURE-----");
        expect("a key for a signature", "neither of OpenPGP nor of SSH", ordeal, it -> zoe.publicKey());
        expect(
                "X.509",
                "X.509 is not taken",
                ordeal,
                it -> "-----BEGIN SIGNED MESSAGE-----\nMII=\n-----END SIGNED MESSAGE-----");
        expect("huge", "longer than any", ordeal, it -> GpgSignature.BEGIN + "\n" + "A".repeat(70_000));
        expect("two armours", "its armour is not whole", ordeal, it -> zoe.sign(it) + zoe.sign(it));
    }

    @Test
    void ssh() throws Exception {
        try (Commits made = new Commits(temporary.resolve("repository"))) {
            commits = made;
            goodSsh();
            linesThatDoNotAllow();
            sshSignaturesThatDoNotFit();
        }
        report("SSH signatures");
        assertThat(table).hasSizeGreaterThanOrEqualTo(35);
    }

    private static String line(SshSigner signer) {
        return "zoe@example.org " + signer.publicKey() + " zoe's";
    }

    private void goodSsh() throws Exception {
        SshSigner rsa = SshSigner.rsa(2048);
        for (SshSigner signer : List.of(
                SshSigner.ed25519(),
                SshSigner.curve("nistp256"),
                SshSigner.curve("nistp384"),
                SshSigner.curve("nistp521"),
                rsa,
                SshSigner.touched(),
                SshSigner.touchedCurve())) {
            String type = signer.publicKey().split(" ", -1)[0];
            expect(type, "trusted", ordeal().allow("# ours", "", line(signer)), signer::sign);
        }
        expect(
                "RSA with SHA-256",
                "trusted",
                ordeal().allow(line(rsa)),
                it -> rsa.sign(it, "git", "sha256", "rsa-sha2-256"));
        SshSigner zoe = SshSigner.ed25519();
        String key = zoe.publicKey();
        expect("several principals", "trusted", ordeal().allow("ann@x.y,zoe@example.org " + key), zoe::sign);
        expect("principal with a star", "trusted", ordeal().allow("*@example.org " + key), zoe::sign);
        expect("anybody", "trusted", ordeal().allow("* " + key), zoe::sign);
        expect("namespaces with git", "trusted", ordeal().allow("* namespaces=\"file,git\" " + key), zoe::sign);
        expect(
                "within its time",
                "trusted",
                ordeal().allow("* valid-after=\"20260105\",valid-before=\"20260106\" " + key),
                zoe::sign);
        expect(
                "one line of two allows it",
                "trusted",
                ordeal().allow("ann@x.y " + key, "* valid-before=\"20250101\" " + key, "zoe@example.org " + key),
                zoe::sign);
    }

    private void linesThatDoNotAllow() throws Exception {
        SshSigner zoe = SshSigner.ed25519();
        String key = zoe.publicKey();
        String named = "(key " + zoe.fingerprint() + ")";
        expect("unknown key", "its key is not pinned " + named, ordeal().allow(line(SshSigner.ed25519())), zoe::sign);
        expect(
                "another's principal",
                "belongs to ann@example.org",
                ordeal().allow("ann@example.org " + key),
                zoe::sign);
        expect("principal ruled out", "belongs to *,!zoe@*", ordeal().allow("*,!zoe@* " + key), zoe::sign);
        expect(
                "not for git",
                "only sign for the namespaces file",
                ordeal().allow("* namespaces=\"file\" " + key),
                zoe::sign);
        expect(
                "expired",
                "counted only until 2026-01-05T08:00:30Z, not when it was made",
                ordeal().allow("* valid-before=\"20260105080030Z\" " + key),
                zoe::sign);
        expect(
                "expired since",
                "counted only until 2026-01-05T08:30:00Z, not now",
                ordeal().allow("* valid-before=\"202601050830\" " + key),
                zoe::sign);
        expect(
                "too early",
                "counts only from 2026-01-06T00:00:00Z",
                ordeal().allow("* valid-after=\"20260106\" " + key),
                zoe::sign);
        byte[] backdated = commits.payload("of old", Commits.COMMITTER, Instant.parse("2026-01-05T08:00:30Z"));
        expect(
                "retired key, commit dated back",
                "not now",
                ordeal().allow("* valid-before=\"202601050830\" " + key),
                commits.insert(Commits.signed(backdated, zoe.sign(backdated))));
        expect("only an authority", "its key is not pinned", ordeal().allow("* cert-authority " + key), zoe::sign);
        SshSigner weak = SshSigner.rsa(1024);
        expect("RSA, 1024 bits", "1024 bits, and at least 2048", ordeal().allow(line(weak)), weak::sign);
        expect("no SSH keys at all", "its key is not pinned " + named, ordeal().pin(GpgSigner.of(ZOE)), zoe::sign);
    }

    private void sshSignaturesThatDoNotFit() throws Exception {
        SshSigner zoe = SshSigner.ed25519();
        SshSigner rsa = SshSigner.rsa(2048);
        Ordeal ordeal = ordeal().allow(line(zoe), line(rsa));
        byte[] payload = commits.payload("scale down");
        expect(
                "tampered",
                "over something else, or it was changed",
                ordeal,
                commits.insert(Commits.signed(commits.payload("scale up"), zoe.sign(payload))));
        ObjectId parent = commits.commit(zoe::sign, "parent");
        expect(
                "over another commit",
                "over something else",
                ordeal,
                commits.insert(Commits.signed(commits.payload("scale down", parent), zoe.sign(payload))));
        expect("made for a file", "for the namespace \"file\", not for git", ordeal, it -> zoe.signFor("file", it));
        expect("namespace that begins like git", "for the namespace \"git \"", ordeal, it -> zoe.signFor("git ", it));
        expect("RSA with SHA-1", "made with SHA-1", ordeal, it -> rsa.sign(it, "git", "sha512", "ssh-rsa"));
        expect(
                "message hashed with SHA-1",
                "neither sha256 nor sha512",
                ordeal,
                it -> zoe.sign(it, "git", "sha1", "ssh-ed25519"));
        expect("cut off", "its armour is not whole", ordeal, it -> zoe.sign(it).substring(0, 150));
        expect("cut off inside", "it ends too early", ordeal, it -> changed(zoe.sign(it), 40, 0));
        expect(
                "longer than itself",
                "goes on behind its end",
                ordeal,
                it -> changed(zoe.sign(it), Integer.MAX_VALUE, 9));
        expect("garbled", "cannot be used", ordeal, it -> body(zoe.sign(it), "[A-M]", "x"));
        expect("not base64", "not base64", ordeal, it -> body(zoe.sign(it), "[A-M]", "!"));
        String dsa = "AAAAB3NzaC1kc3M=";
        expect(
                "DSA",
                "its type of key is not one of",
                ordeal,
                it -> SshSigner.armored(
                        SshSigner.sshsig(Base64.getDecoder().decode(dsa), "git", "sha512", new byte[0])));
        byte[] certificate =
                new SshWriter().text("ssh-ed25519-cert-v01@openssh.com").toBytes();
        expect(
                "certificate",
                "made with a certificate",
                ordeal,
                it -> SshSigner.armored(SshSigner.sshsig(certificate, "git", "sha512", new byte[0])));
        byte[] own = Base64.getDecoder().decode(zoe.publicKey().split(" ", -1)[1]);
        expect(
                "empty signature",
                "cannot be used",
                ordeal,
                it -> SshSigner.armored(SshSigner.sshsig(own, "git", "sha512", new byte[0])));
        byte[] zeros = new SshWriter().text("ssh-ed25519").string(new byte[64]).toBytes();
        expect(
                "signature of zeros",
                "over something else",
                ordeal,
                it -> SshSigner.armored(SshSigner.sshsig(own, "git", "sha512", zeros)));
        byte[] shortened =
                new SshWriter().text("ssh-ed25519").string(new byte[3]).toBytes();
        expect(
                "signature of another length",
                "over something else",
                ordeal,
                it -> SshSigner.armored(SshSigner.sshsig(own, "git", "sha512", shortened)));
    }

    /** Changes what is inside of the armour. */
    private static String body(String armored, String letters, String by) {
        int from = armored.indexOf('\n') + 1;
        int to = armored.indexOf("-----END");
        return armored.substring(0, from) + armored.substring(from, to).replaceAll(letters, by) + armored.substring(to);
    }

    private static String changed(String armored, int most, int more) {
        String body = armored.replaceAll("-----[^-]+-----", "").replace("\n", "");
        byte[] bytes = Base64.getDecoder().decode(body);
        byte[] cut = Arrays.copyOf(bytes, Math.min(bytes.length, most) + more);
        return SshSigner.armored(cut);
    }
}
