package io.holdfast.desired.git.trust;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** All keys that are believed, as their files are at one moment. */
record Keyring(GpgKeys gpg, AllowedSigners ssh) {
    /** The largest signatures there are (RSA, 16384 bits, a hundred notations) are a tenth of that. */
    private static final int LONGEST = 65_536;

    Keyring {
        requireNonNull(gpg, "gpg");
        requireNonNull(ssh, "ssh");
    }

    /** Whether there is nobody in it. */
    boolean isEmpty() {
        return gpg.isEmpty() && ssh.isEmpty();
    }

    /** Whether a commit speaks for one of them. */
    Belief believe(SignedCommit commit, Instant now) {
        String signature = commit.signature().orElse("").stripLeading();
        if (signature.isEmpty()) {
            return Belief.refused("it is not signed itself; a signed tag does not sign the commit");
        }
        if (signature.length() > LONGEST) {
            return Belief.refused("its signature is longer than any");
        }
        if (signature.startsWith(GpgSignature.BEGIN)) {
            return gpg.believe(commit, signature, now);
        }
        if (signature.startsWith(SshSignature.BEGIN)) {
            return ssh.believe(commit, signature, now);
        }
        return Belief.refused("its signature is neither of OpenPGP nor of SSH; X.509 is not taken");
    }
}
