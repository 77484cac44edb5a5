package io.holdfast.web.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who keeps repositories and says what happens in them, as providers do. */
final class Sender {
    static final String SECRET = "a secret of enough characters";

    private Sender() {}

    static String hmac(String algorithm, byte[] key, byte[]... parts) {
        return HexFormat.of().formatHex(mac(algorithm, key, parts));
    }

    private static byte[] mac(String algorithm, byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            Arrays.stream(parts).forEach(mac::update);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String sha256(String secret, byte[] body) {
        return "sha256=" + hmac("HmacSHA256", secret.getBytes(UTF_8), body);
    }

    /** What came with these headers: name, value, name, value. */
    static Delivery delivery(byte[] body, String... headers) {
        List<Map.Entry<String, String>> all = Stream.iterate(0, it -> it < headers.length, it -> it + 2)
                .map(it -> Map.entry(headers[it], headers[it + 1]))
                .toList();
        return Delivery.of(all, body);
    }

    static Delivery github(String body) {
        return github(body.getBytes(UTF_8));
    }

    static Delivery github(byte[] body) {
        return delivery(body, "X-Hub-Signature-256", sha256(SECRET, body), "X-GitHub-Event", "push");
    }

    /** GitHub's, as often as it is sent again. */
    static Delivery github(String body, String id) {
        byte[] bytes = body.getBytes(UTF_8);
        return delivery(bytes, "X-Hub-Signature-256", sha256(SECRET, bytes), "X-GitHub-Delivery", id);
    }

    static Delivery gitlab(String body) {
        return delivery(body.getBytes(UTF_8), "X-Gitlab-Token", SECRET, "X-Gitlab-Event", "Push Hook");
    }

    static Delivery bitbucket(String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return delivery(bytes, "X-Hub-Signature", sha256(SECRET, bytes), "X-Event-Key", "repo:push");
    }

    static Delivery generic(String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return delivery(bytes, "X-Holdfast-Signature", sha256(SECRET, bytes));
    }

    /** Standard Webhooks: id, time and body are signed, by a key that is written in base64. */
    static Delivery standard(String body, byte[] key, Charset charset) {
        byte[] bytes = body.getBytes(charset);
        byte[] signature = mac("HmacSHA256", key, "msg_1.1700000000.".getBytes(UTF_8), bytes);
        return delivery(
                bytes,
                "webhook-id",
                "msg_1",
                "webhook-timestamp",
                "1700000000",
                "webhook-signature",
                "v1,AAAA v1," + Base64.getEncoder().encodeToString(signature));
    }
}
