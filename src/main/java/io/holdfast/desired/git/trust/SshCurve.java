package io.holdfast.desired.git.trust;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Map;

/**
 * ECDSA keys on the curves of NIST (RFC 5656).
 *
 * @param bytes the length of a coordinate
 * @param hash the hash that belongs to the curve
 */
record SshCurve(String type, PublicKey key, int bytes, String hash) implements SshScheme {
    private static final String PREFIX = "ecdsa-sha2-";
    private static final int UNCOMPRESSED = 4;

    private record Curve(String jca, int bytes, String hash) {}

    private static final Map<String, Curve> CURVES = Map.of(
            "nistp256", new Curve("secp256r1", 32, "SHA256"),
            "nistp384", new Curve("secp384r1", 48, "SHA384"),
            "nistp521", new Curve("secp521r1", 66, "SHA512"));

    static SshScheme read(String type, SshReader reader) throws Unreadable, GeneralSecurityException {
        String name = reader.text();
        byte[] point = reader.string();
        Curve curve = CURVES.get(name);
        if (curve == null || !type.equals(PREFIX + name)) {
            throw new Unreadable("its curve is not its key's");
        }
        if (point.length != 1 + 2 * curve.bytes() || point[0] != UNCOMPRESSED) {
            throw new Unreadable("its key has a wrong length");
        }
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve.jca()));
        int middle = 1 + curve.bytes();
        ECPoint w = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, middle)),
                new BigInteger(1, Arrays.copyOfRange(point, middle, point.length)));
        PublicKey key = KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(w, parameters.getParameterSpec(ECParameterSpec.class)));
        return new SshCurve(type, key, curve.bytes(), curve.hash());
    }

    @Override
    public boolean verifies(String algorithm, byte[] message, byte[] signature, byte[] extra)
            throws GeneralSecurityException, Unreadable {
        SshScheme.expect(algorithm, type);
        SshScheme.nothing(extra);
        SshReader reader = new SshReader(signature);
        byte[] both = new SshWriter()
                .raw(fixed(reader.integer()))
                .raw(fixed(reader.integer()))
                .toBytes();
        reader.end();
        Signature verifier = Signature.getInstance(hash + "withECDSAinP1363Format");
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(both);
    }

    private byte[] fixed(BigInteger number) throws Unreadable {
        if (number.bitLength() > bytes * Byte.SIZE) {
            throw new Unreadable("a number in it is out of range");
        }
        byte[] magnitude = number.toByteArray();
        byte[] fixed = new byte[bytes];
        int kept = Math.min(bytes, magnitude.length);
        System.arraycopy(magnitude, magnitude.length - kept, fixed, bytes - kept, kept);
        return fixed;
    }
}
