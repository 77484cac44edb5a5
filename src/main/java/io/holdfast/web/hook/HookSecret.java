package io.holdfast.web.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that we and whoever keeps the repository know. */
public final class HookSecret {
    /** Shorter ones can be guessed from one delivery that somebody has caught. */
    private static final int SHORTEST = 16;

    private static final String HMAC = "HmacSHA256";
    /** How Standard Webhooks, and GitLab's signing tokens, write a key of arbitrary bytes. */
    private static final String ENCODED = "whsec_";

    private final byte[] text;
    private final byte[] key;

    private HookSecret(byte[] text, byte[] key) {
        this.text = text;
        this.key = key;
    }

    /**
     * A secret as it was agreed upon.
     *
     * @throws IllegalArgumentException when it is too short; without what was written
     */
    public static HookSecret of(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        if (!text.startsWith(ENCODED)) {
            refuseShort(text.length());
            return new HookSecret(plain, plain);
        }
        String written = text.substring(ENCODED.length());
        Optional<byte[]> key = decoded(written);
        refuseShort(key.map(it -> it.length).orElse(written.length()));
        return new HookSecret(plain, key.orElse(plain));
    }

    private static void refuseShort(int length) {
        if (length < SHORTEST) {
            throw new IllegalArgumentException("a secret has at least " + SHORTEST + " characters, behind " + ENCODED
                    + " at least " + SHORTEST + " bytes in base64; in a list it ends at a comma, in a file at the end"
                    + " of its line");
        }
    }

    private static Optional<byte[]> decoded(String written) {
        try {
            return Optional.of(Base64.getDecoder().decode(written));
        } catch (IllegalArgumentException plain) {
            // It only looks like one of those.
            return Optional.empty();
        }
    }

    /** The signature of a message. */
    byte[] sign(byte[]... parts) {
        return mac(text, parts);
    }

    /** The same, by a key that is written in base64; an ordinary secret is taken as it is. */
    byte[] signEncoded(byte[]... parts) {
        return mac(key, parts);
    }

    private static byte[] mac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + HMAC, impossible);
        }
    }

    /** Whether this is it, in a time that tells neither where they differ nor how long it is. */
    boolean is(String other) {
        byte[] theirs = other.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(sign(theirs), sign(text));
    }

    @Override
    public String toString() {
        return "***";
    }
}
