package io.holdfast.desired.git.trust;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** Somebody with an SSH key, who can sign as OpenSSH does, and as it would not. */
public final class SshSigner {
    private static final byte[] APPLICATION = "ssh:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TOUCHED_SEVEN_TIMES = {1, 0, 0, 0, 7};

    private final String type;
    private final KeyPair keys;
    private final byte[] blob;

    private SshSigner(String type, KeyPair keys, byte[] blob) {
        this.type = type;
        this.keys = keys;
        this.blob = blob;
    }

    public static SshSigner ed25519() throws GeneralSecurityException {
        return edwards("ssh-ed25519");
    }

    /** A key that lies in a security key. */
    static SshSigner touched() throws GeneralSecurityException {
        return edwards("sk-ssh-ed25519@openssh.com");
    }

    static SshSigner touchedCurve() throws GeneralSecurityException {
        return curve("nistp256", "sk-ecdsa-sha2-nistp256@openssh.com");
    }

    private static SshSigner edwards(String type) throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] x509 = keys.getPublic().getEncoded();
        SshWriter writer = new SshWriter().text(type).string(Arrays.copyOfRange(x509, x509.length - 32, x509.length));
        return new SshSigner(type, keys, finished(type, writer));
    }

    static SshSigner curve(String curve) throws GeneralSecurityException {
        return curve(curve, "ecdsa-sha2-" + curve);
    }

    private static SshSigner curve(String curve, String type) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp" + curve.substring(5) + "r1"));
        KeyPair keys = generator.generateKeyPair();
        var point = ((ECPublicKey) keys.getPublic()).getW();
        int bytes = (Integer.parseInt(curve.substring(5)) + 7) / 8;
        byte[] q = new SshWriter()
                .raw(new byte[] {4})
                .raw(fixed(point.getAffineX(), bytes))
                .raw(fixed(point.getAffineY(), bytes))
                .toBytes();
        return new SshSigner(
                type,
                keys,
                finished(type, new SshWriter().text(type).text(curve).string(q)));
    }

    private static byte[] finished(String type, SshWriter writer) {
        return type.startsWith("sk-") ? writer.string(APPLICATION).toBytes() : writer.toBytes();
    }

    private static byte[] fixed(BigInteger number, int bytes) {
        byte[] magnitude = number.toByteArray();
        byte[] fixed = new byte[bytes];
        int kept = Math.min(bytes, magnitude.length);
        System.arraycopy(magnitude, magnitude.length - kept, fixed, bytes - kept, kept);
        return fixed;
    }

    static SshSigner rsa(int bits) throws GeneralSecurityException {
        KeyPair keys = RsaKeys.of(bits);
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        byte[] blob = new SshWriter()
                .text("ssh-rsa")
                .string(key.getPublicExponent().toByteArray())
                .string(key.getModulus().toByteArray())
                .toBytes();
        return new SshSigner("ssh-rsa", keys, blob);
    }

    /** As the file of a public key has it, less the remark. */
    public String publicKey() {
        return type + " " + Base64.getEncoder().encodeToString(blob);
    }

    String fingerprint() throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(blob);
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    }

    /** As {@code ssh-keygen -Y sign -n git} does. */
    public String sign(byte[] message) throws GeneralSecurityException {
        return sign(message, "git", "sha512", defaultAlgorithm());
    }

    String signFor(String namespace, byte[] message) throws GeneralSecurityException {
        return sign(message, namespace, "sha512", defaultAlgorithm());
    }

    private String defaultAlgorithm() {
        return type.equals("ssh-rsa") ? "rsa-sha2-512" : type;
    }

    String sign(byte[] message, String namespace, String hash, String algorithm) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance(hash.toUpperCase(Locale.ROOT).replace("SHA", "SHA-"))
                .digest(message);
        byte[] signed = new SshWriter()
                .raw("SSHSIG".getBytes(StandardCharsets.US_ASCII))
                .text(namespace)
                .string(new byte[0])
                .text(hash)
                .string(digest)
                .toBytes();
        return armored(sshsig(blob, namespace, hash, signature(algorithm, signed)));
    }

    private byte[] signature(String algorithm, byte[] signed) throws GeneralSecurityException {
        if (!type.startsWith("sk-")) {
            return new SshWriter()
                    .text(algorithm)
                    .string(raw(algorithm, signed))
                    .toBytes();
        }
        byte[] wrapped = new SshWriter()
                .raw(MessageDigest.getInstance("SHA-256").digest(APPLICATION))
                .raw(TOUCHED_SEVEN_TIMES)
                .raw(MessageDigest.getInstance("SHA-256").digest(signed))
                .toBytes();
        return new SshWriter()
                .text(algorithm)
                .string(raw(algorithm, wrapped))
                .raw(TOUCHED_SEVEN_TIMES)
                .toBytes();
    }

    private byte[] raw(String algorithm, byte[] message) throws GeneralSecurityException {
        String jca = keys.getPrivate().getAlgorithm().equals("EdDSA")
                ? "Ed25519"
                : switch (algorithm) {
                    case "ssh-rsa" -> "SHA1withRSA";
                    case "rsa-sha2-256" -> "SHA256withRSA";
                    case "rsa-sha2-512" -> "SHA512withRSA";
                    case "ecdsa-sha2-nistp384" -> "SHA384withECDSAinP1363Format";
                    case "ecdsa-sha2-nistp521" -> "SHA512withECDSAinP1363Format";
                    default -> "SHA256withECDSAinP1363Format";
                };
        Signature signer = Signature.getInstance(jca);
        signer.initSign(keys.getPrivate());
        signer.update(message);
        byte[] signature = signer.sign();
        return jca.contains("ECDSA") ? pair(signature) : signature;
    }

    private static byte[] pair(byte[] both) {
        int middle = both.length / 2;
        return new SshWriter()
                .string(new BigInteger(1, Arrays.copyOf(both, middle)).toByteArray())
                .string(new BigInteger(1, Arrays.copyOfRange(both, middle, both.length)).toByteArray())
                .toBytes();
    }

    /** The form of a signature, whatever is in it. */
    static byte[] sshsig(byte[] key, String namespace, String hash, byte[] signature) {
        return new SshWriter()
                .raw("SSHSIG".getBytes(StandardCharsets.US_ASCII))
                .raw(ByteBuffer.allocate(4).putInt(1).array())
                .string(key)
                .text(namespace)
                .string(new byte[0])
                .text(hash)
                .string(signature)
                .toBytes();
    }

    static String armored(byte[] bytes) {
        String body = Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN SSH SIGNATURE-----\n" + body + "\n-----END SSH SIGNATURE-----\n";
    }
}
