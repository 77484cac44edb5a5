package io.holdfast.desired.git.trust;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SSH keys that are believed, and in what. */
final class AllowedSigners {
    private final List<AllowedSigner> signers;

    private AllowedSigners(List<AllowedSigner> signers) {
        this.signers = List.copyOf(signers);
    }

    /** @throws Unreadable on the first line that cannot be read: what was meant to be narrow must not become wide */
    static AllowedSigners parse(String text) throws Unreadable {
        List<AllowedSigner> signers = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            try {
                SignerLine.read(lines.get(i)).ifPresent(signers::add);
            } catch (Unreadable strange) {
                throw new Unreadable("line " + (i + 1) + ": " + strange.getMessage(), strange);
            }
        }
        return new AllowedSigners(signers);
    }

    static AllowedSigners union(List<AllowedSigners> several) {
        return new AllowedSigners(
                several.stream().flatMap(it -> it.signers.stream()).toList());
    }

    boolean isEmpty() {
        return signers.isEmpty();
    }

    /** Whether a commit's signature speaks for one of them. */
    Belief believe(SignedCommit commit, String armored, Instant now) {
        try {
            SshSignature signature = SshSignature.parse(armored);
            String key = signature.key().fingerprint();
            return objection(commit, signature, now)
                    .map(why -> Belief.refused(key, why))
                    .orElseGet(Belief.Trusted::new);
        } catch (Unreadable strange) {
            return Belief.refused("its SSH signature cannot be used: " + strange.getMessage());
        }
    }

    private Optional<String> objection(SignedCommit commit, SshSignature signature, Instant now) {
        if (!signature.namespace().equals(AllowedSigner.NAMESPACE)) {
            return Optional.of(
                    "its signature was made for the namespace \"" + signature.namespace() + "\", not for git");
        }
        List<AllowedSigner> own =
                signers.stream().filter(it -> it.key().is(signature.key())).toList();
        return own.isEmpty()
                ? Optional.of("its key is not pinned")
                : signature
                        .key()
                        .weakness()
                        .or(() -> over(signature, commit.payload()))
                        .or(() -> of(own, commit, now));
    }

    private static Optional<String> over(SshSignature signature, byte[] payload) {
        Optional<String> no = Optional.of("its signature is over something else, or it was changed afterwards");
        try {
            return signature.signs(payload) ? Optional.empty() : no;
        } catch (GeneralSecurityException noSignature) {
            // What the JDK cannot even take for a signature is none, whatever it says is wrong with it.
            return no;
        } catch (Unreadable strange) {
            return Optional.of("its signature cannot be used: " + strange.getMessage());
        }
    }

    /** Of several lines with one key, one that allows the commit is enough. */
    private static Optional<String> of(List<AllowedSigner> own, SignedCommit commit, Instant now) {
        List<Optional<String>> objections =
                own.stream().map(it -> it.objection(commit, now)).toList();
        return objections.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : objections.get(0);
    }
}
