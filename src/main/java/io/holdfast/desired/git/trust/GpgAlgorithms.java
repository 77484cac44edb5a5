package io.holdfast.desired.git.trust;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;

/** Which of OpenPGP's algorithms nobody can forge today (RFC 9580, section 9; GnuPG still takes more). */
final class GpgAlgorithms {
    private static final Set<Integer> HASHES = Set.of(
            HashAlgorithmTags.SHA256,
            HashAlgorithmTags.SHA384,
            HashAlgorithmTags.SHA512,
            HashAlgorithmTags.SHA3_256,
            HashAlgorithmTags.SHA3_512);

    private static final Map<Integer, String> BROKEN = Map.of(
            HashAlgorithmTags.SHA1, "SHA-1",
            HashAlgorithmTags.MD5, "MD5",
            HashAlgorithmTags.RIPEMD160, "RIPEMD-160");

    private static final Set<Integer> CURVES = Set.of(
            PublicKeyAlgorithmTags.ECDSA,
            PublicKeyAlgorithmTags.EDDSA_LEGACY,
            PublicKeyAlgorithmTags.Ed25519,
            PublicKeyAlgorithmTags.Ed448);

    private GpgAlgorithms() {}

    /** What is wrong with how a signature was made; absent when nothing is. */
    static Optional<String> weakness(PGPSignature signature) {
        int hash = signature.getHashAlgorithm();
        if (HASHES.contains(hash)) {
            return Optional.empty();
        }
        String name = BROKEN.getOrDefault(hash, "a hash we do not take, number " + hash + ",");
        return Optional.of("made with " + name + (BROKEN.containsKey(hash) ? ", which others can forge" : ""));
    }

    /** What is wrong with a key; absent when nothing is. */
    static Optional<String> weakness(PGPPublicKey key) {
        if (key.getAlgorithm() == PublicKeyAlgorithmTags.RSA_GENERAL) {
            return Strength.ofRsa(key.getBitStrength());
        }
        return CURVES.contains(key.getAlgorithm())
                ? Optional.empty()
                : Optional.of("its key is neither RSA nor ECDSA nor EdDSA");
    }
}
