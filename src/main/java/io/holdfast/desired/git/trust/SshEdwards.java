package io.holdfast.desired.git.trust;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 keys (RFC 8709). */
record SshEdwards(String type, PublicKey key) implements SshScheme {
    private static final String JCA = "Ed25519";
    private static final int BYTES = 32;
    /** What stands before the 32 bytes of such a key in X.509's way of writing it (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    static SshScheme read(String type, SshReader reader) throws Unreadable, GeneralSecurityException {
        byte[] point = reader.string();
        if (point.length != BYTES) {
            throw new Unreadable("its key has a wrong length");
        }
        byte[] encoded = new SshWriter().raw(X509).raw(point).toBytes();
        return new SshEdwards(type, KeyFactory.getInstance(JCA).generatePublic(new X509EncodedKeySpec(encoded)));
    }

    @Override
    public boolean verifies(String algorithm, byte[] message, byte[] signature, byte[] extra)
            throws GeneralSecurityException, Unreadable {
        SshScheme.expect(algorithm, type);
        SshScheme.nothing(extra);
        Signature verifier = Signature.getInstance(JCA);
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(signature);
    }
}
