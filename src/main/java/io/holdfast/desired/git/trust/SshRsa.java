package io.holdfast.desired.git.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import java.util.Optional;

/** RSA keys. They sign with SHA-2 (RFC 8332); the older way, with SHA-1, is named like the type of the key. */
record SshRsa(RSAPublicKey key) implements SshScheme {
    private static final Map<String, String> ALGORITHMS =
            Map.of("rsa-sha2-256", "SHA256withRSA", "rsa-sha2-512", "SHA512withRSA");

    static SshScheme read(String type, SshReader reader) throws Unreadable, GeneralSecurityException {
        BigInteger exponent = reader.integer();
        BigInteger modulus = reader.integer();
        return new SshRsa(
                (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
    }

    @Override
    public Optional<String> weakness() {
        return Strength.ofRsa(key.getModulus().bitLength());
    }

    @Override
    public boolean verifies(String algorithm, byte[] message, byte[] signature, byte[] extra)
            throws GeneralSecurityException, Unreadable {
        SshScheme.nothing(extra);
        String jca = ALGORITHMS.get(algorithm);
        if (jca == null) {
            throw new Unreadable(
                    algorithm.equals("ssh-rsa")
                            ? "it was made with SHA-1, which others can forge"
                            : "its algorithm is not its key's");
        }
        Signature verifier = Signature.getInstance(jca);
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(signature);
    }
}
