package io.holdfast.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for a long value: SHA-256, in lower-case hex. */
public final class Digest {
    private static final int SHORT = 32;

    private Digest() {}

    /** The first 128 bits: enough to tell states of one estate apart, short enough for a token (36 characters). */
    public static String of(String text) {
        return full(text).substring(0, SHORT);
    }

    /** All 256 bits. */
    public static String full(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
