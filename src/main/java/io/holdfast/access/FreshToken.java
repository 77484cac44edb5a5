package io.holdfast.access;

import java.security.SecureRandom;
import java.util.Base64;

/** A token that nobody has yet. */
public final class FreshToken {
    /** What every token of ours begins with, so that a scanner can find one that was committed by mistake. */
    static final String PREFIX = "holdfast_";

    private static final int BYTES = 32;

    private final String text;

    private FreshToken(String text) {
        this.text = text;
    }

    /** Of 256 bits of chance. */
    public static FreshToken from(SecureRandom chance) {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return new FreshToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** To be shown once, to whoever shall have it. */
    public String reveal() {
        return text;
    }

    public TokenHash hash() {
        return TokenHash.of(text);
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
