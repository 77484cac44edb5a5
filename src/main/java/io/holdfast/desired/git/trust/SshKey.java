package io.holdfast.desired.git.trust;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A public key as SSH writes it. */
final class SshKey {
    private final String type;
    private final byte[] blob;
    private final SshScheme scheme;

    private SshKey(String type, byte[] blob, SshScheme scheme) {
        this.type = type;
        this.blob = blob.clone();
        this.scheme = scheme;
    }

    /** @throws Unreadable when it is no key, or none of a kind that is used here */
    static SshKey of(byte[] blob) throws Unreadable {
        SshReader reader = new SshReader(blob);
        String type = reader.text();
        SshScheme scheme = SshForms.read(type, reader);
        reader.end();
        return new SshKey(type, blob, scheme);
    }

    String type() {
        return type;
    }

    /** As ssh-keygen shows it. */
    String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    boolean is(SshKey other) {
        return Arrays.equals(blob, other.blob);
    }

    /** Why nobody should believe what is signed with it, however well it is kept. */
    Optional<String> weakness() {
        return scheme.weakness();
    }

    /**
     * Whether a signature was made with it.
     *
     * @param algorithm how it says it was made; one that is not this key's is {@link Unreadable}
     * @param extra what a security key adds to a signature; empty for all others
     */
    boolean verifies(String algorithm, byte[] message, byte[] signature, byte[] extra)
            throws GeneralSecurityException, Unreadable {
        return scheme.verifies(algorithm, message, signature, extra);
    }
}
