package io.holdfast.web.hook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Whether a delivery comes from somebody who knows a secret. Everything in it is compared with every secret, whichever
 * matches, over the bytes as they came; nothing of the body is looked at before.
 */
final class Proof {
    /** HMAC-SHA256 of the body in hexadecimal, behind {@code sha256=}: ours, GitHub's and Gitea's, Bitbucket's. */
    private static final List<String> SIGNATURES =
            List.of("X-Holdfast-Signature", "X-Hub-Signature-256", "X-Hub-Signature");

    private static final String SHA256 = "sha256=";
    private static final int HEX = 64;

    /** GitLab sends the secret itself. */
    private static final String TOKEN = "X-Gitlab-Token";

    /** Standard Webhooks, as GitLab's signing tokens do it: over id, time and body, in base64, several with blanks between. */
    private static final String STANDARD = "webhook-signature";

    private static final String V1 = "v1,";
    private static final int MOST = 8;

    private Proof() {}

    static boolean isGiven(Delivery delivery, List<HookSecret> secrets) {
        List<byte[]> signatures = SIGNATURES.stream()
                .map(delivery::header)
                .flatMap(Optional::stream)
                .map(Proof::hex)
                .flatMap(Optional::stream)
                .toList();
        boolean given = false;
        for (HookSecret secret : secrets) {
            byte[] right = secret.sign(delivery.body());
            for (byte[] signature : signatures) {
                given |= MessageDigest.isEqual(right, signature);
            }
            given |= isToken(delivery, secret);
            given |= isStandard(delivery, secret);
        }
        return given;
    }

    private static Optional<byte[]> hex(String written) {
        String digits = written.startsWith(SHA256) ? written.substring(SHA256.length()) : "";
        try {
            return digits.length() == HEX ? Optional.of(HexFormat.of().parseHex(digits)) : Optional.empty();
        } catch (IllegalArgumentException noHex) {
            return Optional.empty();
        }
    }

    private static boolean isToken(Delivery delivery, HookSecret secret) {
        return delivery.header(TOKEN).map(secret::is).orElse(false);
    }

    private static boolean isStandard(Delivery delivery, HookSecret secret) {
        String written = delivery.header(STANDARD).orElse("");
        List<byte[]> signatures = new ArrayList<>();
        Arrays.stream(written.split(" ", MOST + 1))
                .limit(MOST)
                .map(Proof::base64)
                .forEach(it -> it.ifPresent(signatures::add));
        if (signatures.isEmpty()) {
            return false;
        }
        byte[] before = (delivery.header("webhook-id").orElse("") + "."
                        + delivery.header("webhook-timestamp").orElse("") + ".")
                .getBytes(StandardCharsets.UTF_8);
        byte[] right = secret.signEncoded(before, delivery.body());
        boolean given = false;
        for (byte[] signature : signatures) {
            given |= MessageDigest.isEqual(right, signature);
        }
        return given;
    }

    private static Optional<byte[]> base64(String written) {
        try {
            return written.startsWith(V1)
                    ? Optional.of(Base64.getDecoder().decode(written.substring(V1.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
