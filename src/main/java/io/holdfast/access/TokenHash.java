package io.holdfast.access;

import io.holdfast.model.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * What is known of a token: enough to recognise it, not enough to use it. A plain SHA-256 is enough, because tokens are
 * 256 random bits that nobody can guess their way to; a slow hash as for passwords would only make it cheap to keep the
 * server busy with wrong ones.
 */
public final class TokenHash {
    private static final Pattern WRITTEN = Pattern.compile("sha256:([0-9a-fA-F]{64})");

    private final String hex;

    private TokenHash(String hex) {
        this.hex = hex;
    }

    /** Of a token. */
    public static TokenHash of(String token) {
        return new TokenHash(Digest.full(token));
    }

    /**
     * As configuration writes it: {@code sha256:} and 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException when it is written otherwise; without what was written, which may be a token
     */
    public static TokenHash parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("a hash is sha256: and 64 hexadecimal digits, as \"holdfast token new\""
                    + " prints it; what is there is not shown, because it may be a token");
        }
        return new TokenHash(written.group(1).toLowerCase(java.util.Locale.ROOT));
    }

    /** Whether two are the same, in a time that tells nothing of where they differ. */
    boolean matches(TokenHash other) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
    }

    /** As configuration writes it. */
    public String written() {
        return "sha256:" + hex;
    }

    @Override
    public String toString() {
        return "sha256:***";
    }
}
