package io.holdfast.desired.git.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;

/**
 * A signature as {@code ssh-keygen -Y sign} makes it (OpenSSH, PROTOCOL.sshsig).
 *
 * @param key the key it says it was made with
 * @param namespace what it says it was made for
 * @param reserved signed, and so far empty
 * @param hash the hash over the message: sha256 or sha512
 * @param algorithm how the key was used
 * @param value the signature itself
 * @param extra what a security key adds to it
 */
@SuppressWarnings("ArrayRecordComponent") // read once out of a commit, never compared
record SshSignature(
        SshKey key, String namespace, byte[] reserved, String hash, String algorithm, byte[] value, byte[] extra) {
    static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";

    private static final String END = "-----END SSH SIGNATURE-----";
    private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final Map<String, String> HASHES = Map.of("sha256", "SHA-256", "sha512", "SHA-512");

    static SshSignature parse(String armored) throws Unreadable {
        SshReader reader = new SshReader(unarmored(armored));
        reader.expect(MAGIC);
        if (reader.number() != VERSION) {
            throw new Unreadable("it is of a version nobody here knows");
        }
        SshKey key = SshKey.of(reader.string());
        String namespace = reader.text();
        byte[] reserved = reader.string();
        String hash = reader.text();
        SshReader signature = new SshReader(reader.string());
        reader.end();
        if (!HASHES.containsKey(hash)) {
            throw new Unreadable("its hash is neither sha256 nor sha512");
        }
        return new SshSignature(key, namespace, reserved, hash, signature.text(), signature.string(), signature.rest());
    }

    private static byte[] unarmored(String armored) throws Unreadable {
        String text = armored.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new Unreadable("its armour is not whole");
        }
        String body = text.substring(BEGIN.length(), text.length() - END.length());
        try {
            return Base64.getDecoder().decode(body.replace("\r", "").replace("\n", ""));
        } catch (IllegalArgumentException strange) {
            throw new Unreadable("its armour is not base64", strange);
        }
    }

    /** Whether it was made over this message, with the key it names. */
    boolean signs(byte[] message) throws GeneralSecurityException, Unreadable {
        byte[] digest = MessageDigest.getInstance(HASHES.get(hash)).digest(message);
        byte[] signed = new SshWriter()
                .raw(MAGIC)
                .text(namespace)
                .string(reserved)
                .text(hash)
                .string(digest)
                .toBytes();
        return key.verifies(algorithm, signed, value, extra);
    }
}
