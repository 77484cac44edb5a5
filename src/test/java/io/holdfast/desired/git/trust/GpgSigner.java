package io.holdfast.desired.git.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPV3SignatureGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.util.Arrays;

/** Somebody with an OpenPGP key, who can do with it what people do, and what they should not. */
public final class GpgSigner {
    /** When all keys here were made. */
    static final Instant MADE = Instant.parse("2026-01-05T08:00:00Z");

    static final int ED25519 = PublicKeyAlgorithmTags.EDDSA_LEGACY;
    static final int P256 = PublicKeyAlgorithmTags.ECDSA;
    static final int RSA = PublicKeyAlgorithmTags.RSA_GENERAL;

    private static final SecureRandom CHANCE = new SecureRandom();

    private final PGPKeyPair pair;
    private final List<PGPPublicKey> subkeys = new ArrayList<>();
    private PGPPublicKey primary;

    private GpgSigner(PGPKeyPair pair) {
        this.pair = pair;
        this.primary = pair.getPublicKey();
    }

    /** A key that nobody has said anything about yet. */
    static GpgSigner bare(int algorithm, int bits) throws PGPException {
        return new GpgSigner(pair(algorithm, bits));
    }

    /** A key as GnuPG makes it: for signing, without an end. */
    public static GpgSigner of(String name) throws PGPException {
        return bare(ED25519, 256).named(name, MADE, Duration.ZERO, KeyFlags.SIGN_DATA | KeyFlags.CERTIFY_OTHER);
    }

    static GpgSigner rsa(String name, int bits) throws PGPException {
        return bare(RSA, bits).named(name, MADE, Duration.ZERO, KeyFlags.SIGN_DATA | KeyFlags.CERTIFY_OTHER);
    }

    private static PGPKeyPair pair(int algorithm, int bits) throws PGPException {
        AsymmetricCipherKeyPair keys = switch (algorithm) {
            case RSA -> RsaKeys.asBouncyCastle(bits);
            case P256 -> {
                var id = org.bouncycastle.asn1.sec.SECObjectIdentifiers.secp256r1;
                var generator = new ECKeyPairGenerator();
                generator.init(new ECKeyGenerationParameters(
                        new ECNamedDomainParameters(id, ECNamedCurveTable.getByOID(id)), CHANCE));
                yield generator.generateKeyPair();
            }
            default -> {
                var generator = new Ed25519KeyPairGenerator();
                generator.init(new Ed25519KeyGenerationParameters(CHANCE));
                yield generator.generateKeyPair();
            }
        };
        return new BcPGPKeyPair(PublicKeyPacket.VERSION_4, algorithm, keys, Date.from(MADE));
    }

    /** Says of itself who it is, what for, and for how long. */
    GpgSigner named(String name, Instant at, Duration life, int flags) throws PGPException {
        return named(name, at, life, flags, HashAlgorithmTags.SHA256);
    }

    GpgSigner named(String name, Instant at, Duration life, int flags, int hash) throws PGPException {
        var generator = generator(pair, PGPSignature.POSITIVE_CERTIFICATION, hash, word(pair, at, life, flags));
        primary = PGPPublicKey.addCertification(primary, name, generator.generateCertification(name, primary));
        return this;
    }

    /** Says of itself that it is no longer of that name. */
    GpgSigner unnamed(String name, Instant at) throws PGPException {
        return unnamed(name, at, HashAlgorithmTags.SHA256);
    }

    GpgSigner unnamed(String name, Instant at, int hash) throws PGPException {
        var generator = generator(pair, PGPSignature.CERTIFICATION_REVOCATION, hash, made(pair, at));
        primary = PGPPublicKey.addCertification(primary, name, generator.generateCertification(name, primary));
        return this;
    }

    GpgSigner revoked(Instant at, byte reason) throws PGPException {
        return revoked(at, reason, HashAlgorithmTags.SHA256);
    }

    GpgSigner revoked(Instant at, byte reason, int hash) throws PGPException {
        var parts = made(pair, at);
        parts.setRevocationReason(false, reason, "");
        var generator = generator(pair, PGPSignature.KEY_REVOCATION, hash, parts);
        primary = PGPPublicKey.addCertification(primary, generator.generateCertification(primary));
        return this;
    }

    /** As PGP did it in its first years, in a signature of version 3, which knows no parts and no reasons. */
    GpgSigner revokedOfOld(int hash) throws PGPException, IOException {
        primary = PGPPublicKey.addCertification(primary, ofOld(PGPSignature.KEY_REVOCATION, hash, framed(primary)));
        return this;
    }

    GpgSigner revokedSubkeyOfOld(int hash) throws PGPException, IOException {
        int last = subkeys.size() - 1;
        PGPPublicKey subkey = subkeys.get(last);
        PGPSignature revocation = ofOld(PGPSignature.SUBKEY_REVOCATION, hash, framed(primary), framed(subkey));
        subkeys.set(last, PGPPublicKey.addCertification(subkey, revocation));
        return this;
    }

    GpgSigner unnamedOfOld(String name, int hash) throws PGPException, IOException {
        PGPSignature revocation = ofOld(
                PGPSignature.CERTIFICATION_REVOCATION, hash, framed(primary), name.getBytes(StandardCharsets.UTF_8));
        primary = PGPPublicKey.addCertification(primary, name, revocation);
        return this;
    }

    private PGPSignature ofOld(int type, int hash, byte[]... over) throws PGPException {
        var generator = new PGPV3SignatureGenerator(
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), hash));
        generator.init(type, pair.getPrivateKey());
        for (byte[] part : over) {
            generator.update(part);
        }
        return generator.generate();
    }

    /** RFC 4880, section 5.2.4. */
    private static byte[] framed(PGPPublicKey key) throws IOException {
        byte[] body = key.getPublicKeyPacket().getEncodedContents();
        byte[] frame = {(byte) 0x99, (byte) (body.length >> 8), (byte) body.length};
        return Arrays.concatenate(frame, body);
    }

    /** A subkey. It signs with {@link #sign} of what is returned. */
    GpgSigner subkey(Duration life, int flags, boolean saysBack) throws PGPException {
        PGPKeyPair sub = pair(ED25519, 256);
        var parts = word(pair, MADE, life, flags);
        if (saysBack) {
            var back = generator(sub, PGPSignature.PRIMARYKEY_BINDING, HashAlgorithmTags.SHA256, made(sub, MADE));
            try {
                parts.addEmbeddedSignature(false, back.generateCertification(primary, sub.getPublicKey()));
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        var generator = generator(pair, PGPSignature.SUBKEY_BINDING, HashAlgorithmTags.SHA256, parts);
        PGPSignature binding = generator.generateCertification(primary, sub.getPublicKey());
        subkeys.add(PGPPublicKey.addCertification(asSubkey(sub), binding));
        return new GpgSigner(sub);
    }

    private static PGPPublicKey asSubkey(PGPKeyPair sub) throws PGPException {
        return sub.asSubkey(new BcKeyFingerprintCalculator()).getPublicKey();
    }

    GpgSigner revokedSubkey(Instant at) throws PGPException {
        return revokedSubkey(at, HashAlgorithmTags.SHA256);
    }

    GpgSigner revokedSubkey(Instant at, int hash) throws PGPException {
        int last = subkeys.size() - 1;
        var generator = generator(pair, PGPSignature.SUBKEY_REVOCATION, hash, made(pair, at));
        PGPSignature revocation = generator.generateCertification(primary, subkeys.get(last));
        subkeys.set(last, PGPPublicKey.addCertification(subkeys.get(last), revocation));
        return this;
    }

    String fingerprint() {
        return HexFormat.of().formatHex(pair.getPublicKey().getFingerprint()).toUpperCase(Locale.ROOT);
    }

    /** As {@code gpg --armor --export} prints it. */
    public String publicKey() throws IOException {
        List<PGPPublicKey> keys = new ArrayList<>(List.of(primary));
        keys.addAll(subkeys);
        return armored(out -> new PGPPublicKeyRing(keys).encode(out));
    }

    /** As {@code gpg --armor --detach-sign} does. */
    public String sign(byte[] document) throws PGPException, IOException {
        return sign(document, HashAlgorithmTags.SHA512, made(pair, MADE.plusSeconds(60)));
    }

    String sign(byte[] document, int hash) throws PGPException, IOException {
        return sign(document, hash, made(pair, MADE.plusSeconds(60)));
    }

    String signForOneMinute(byte[] document) throws PGPException, IOException {
        var parts = made(pair, MADE.plusSeconds(60));
        parts.setSignatureExpirationTime(false, 60);
        return sign(document, HashAlgorithmTags.SHA256, parts);
    }

    String signOnCondition(byte[] document) throws PGPException, IOException {
        var parts = made(pair, MADE.plusSeconds(60));
        parts.addNotationData(true, true, "only-on@example.org", "tuesdays");
        return sign(document, HashAlgorithmTags.SHA256, parts);
    }

    private String sign(byte[] document, int hash, PGPSignatureSubpacketGenerator parts)
            throws PGPException, IOException {
        var generator = generator(pair, PGPSignature.BINARY_DOCUMENT, hash, parts);
        generator.update(document);
        PGPSignature signature = generator.generate();
        return armored(signature::encode);
    }

    private static PGPSignatureSubpacketGenerator made(PGPKeyPair by, Instant at) {
        var parts = new PGPSignatureSubpacketGenerator();
        parts.setSignatureCreationTime(true, Date.from(at));
        parts.setIssuerFingerprint(false, by.getPublicKey());
        return parts;
    }

    private static PGPSignatureSubpacketGenerator word(PGPKeyPair by, Instant at, Duration life, int flags) {
        var parts = made(by, at);
        parts.setKeyFlags(true, flags);
        parts.setKeyExpirationTime(true, life.toSeconds());
        return parts;
    }

    private static PGPSignatureGenerator generator(
            PGPKeyPair by, int type, int hash, PGPSignatureSubpacketGenerator parts) throws PGPException {
        var generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(by.getPublicKey().getAlgorithm(), hash), by.getPublicKey());
        generator.init(type, by.getPrivateKey());
        generator.setHashedSubpackets(parts.generate());
        return generator;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static String armored(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var armor = ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
            writing.to(armor);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
