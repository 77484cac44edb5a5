package io.holdfast.desired.git.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/** RSA keys, one of each length for all tests: to make one takes longer than anything that is done with it. */
final class RsaKeys {
    private static final Map<Integer, KeyPair> MADE = new ConcurrentHashMap<>();

    private RsaKeys() {}

    static KeyPair of(int bits) {
        return MADE.computeIfAbsent(bits, RsaKeys::made);
    }

    private static KeyPair made(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
    }

    static AsymmetricCipherKeyPair asBouncyCastle(int bits) {
        var key = (RSAPrivateCrtKey) of(bits).getPrivate();
        return new AsymmetricCipherKeyPair(
                new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent()),
                new RSAPrivateCrtKeyParameters(
                        key.getModulus(),
                        key.getPublicExponent(),
                        key.getPrivateExponent(),
                        key.getPrimeP(),
                        key.getPrimeQ(),
                        key.getPrimeExponentP(),
                        key.getPrimeExponentQ(),
                        key.getCrtCoefficient()));
    }
}
