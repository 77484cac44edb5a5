package io.holdfast.desired.git.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bouncycastle.bcpg.SignaturePacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.operator.PGPContentVerifier;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * What a key has signed about itself. What gives it power counts only when it was made in a way that nobody can forge; what
 * takes power away counts however it was made, for whoever could forge a revocation wins nothing but distrust.
 */
final class SelfSignature {
    private SelfSignature() {}

    /** Whether a signature is one that the key made. */
    @FunctionalInterface
    interface Check {
        boolean verify(PGPSignature signature) throws PGPException;

        /** Whether the key made it, in a way that nobody can forge, and says in it what it means. */
        default boolean holds(PGPSignature signature) {
            return GpgAlgorithms.weakness(signature).isEmpty()
                    && signature.getHashedSubPackets() != null
                    && revokes(signature);
        }

        /** Whether the key made it, however weakly; that is all a revocation needs. */
        default boolean revokes(PGPSignature signature) {
            try {
                return verify(signature);
            } catch (PGPException | RuntimeException strange) {
                // Bytes that make no sense as a signature of this key are none; a key without any is refused.
                return false;
            }
        }
    }

    /** By the primary key, about itself. */
    static Check over(PGPPublicKey primary) {
        return signature -> isOld(signature)
                ? isMade(primary, signature, framed(primary))
                : by(primary, signature) && signature.verifyCertification(primary);
    }

    /** By the primary key, about one of its subkeys. */
    static Check over(PGPPublicKey primary, PGPPublicKey subkey) {
        return signature -> isOld(signature)
                ? isMade(primary, signature, framed(primary), framed(subkey))
                : by(primary, signature) && signature.verifyCertification(primary, subkey);
    }

    static Stream<PGPSignature> of(PGPPublicKey key, int type) {
        return stream(key.getSignaturesOfType(type));
    }

    /** By the primary key, about one of its names. */
    static Check over(PGPPublicKey primary, byte[] name) {
        return signature -> isOld(signature)
                ? isMade(primary, signature, framed(primary), name)
                : by(primary, signature) && signature.verifyCertification(name, primary);
    }

    /** All that is said about one of its names, by whomever. */
    static Stream<PGPSignature> onName(PGPPublicKey primary, byte[] name) {
        return stream(primary.getSignaturesForID(name));
    }

    /** Whether the subkey says back that it belongs to the key; else anybody could claim it for theirs. */
    static boolean isReturned(PGPSignature binding, PGPPublicKey primary, PGPPublicKey subkey) {
        Check check = signature -> signature.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
                && by(subkey, signature)
                && signature.verifyCertification(primary, subkey);
        return embedded(binding).stream().anyMatch(check::holds);
    }

    private static List<PGPSignature> embedded(PGPSignature binding) {
        List<PGPSignature> embedded = new ArrayList<>();
        try {
            for (PGPSignatureList list : List.of(
                    binding.getHashedSubPackets().getEmbeddedSignatures(),
                    binding.getUnhashedSubPackets().getEmbeddedSignatures())) {
                list.forEach(embedded::add);
            }
        } catch (PGPException | RuntimeException strange) {
            // As good as nothing: the subkey is then refused, with a finding.
            return List.of();
        }
        return embedded;
    }

    /** Whether it is of a version in which a key may still be revoked, and nothing else is believed any more. */
    private static boolean isOld(PGPSignature signature) {
        return signature.getVersion() <= SignaturePacket.VERSION_3;
    }

    /** Whether such a signature is over these bytes; the library leaves out the frame around a key, and would find none. */
    private static boolean isMade(PGPPublicKey by, PGPSignature signature, byte[]... over) throws PGPException {
        PGPContentVerifier verifier = new BcPGPContentVerifierBuilderProvider()
                .get(by.getAlgorithm(), signature.getHashAlgorithm())
                .build(by);
        try (OutputStream bytes = verifier.getOutputStream()) {
            for (byte[] part : over) {
                bytes.write(part);
            }
            bytes.write(signature.getSignatureTrailer());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return verifier.verify(signature.getSignature());
    }

    /** A key as it is signed (RFC 9580, section 5.2.4): 0x99, its length in two bytes, itself. */
    private static byte[] framed(PGPPublicKey key) throws PGPException {
        try {
            byte[] body = key.getPublicKeyPacket().getEncodedContents();
            return ByteBuffer.allocate(3 + body.length)
                    .put((byte) 0x99)
                    .putShort((short) body.length)
                    .put(body)
                    .array();
        } catch (IOException impossible) {
            throw new PGPException("a key that cannot be written", impossible);
        }
    }

    private static boolean by(PGPPublicKey key, PGPSignature signature) throws PGPException {
        signature.init(new BcPGPContentVerifierBuilderProvider(), key);
        return true;
    }

    private static Stream<PGPSignature> stream(Iterator<PGPSignature> signatures) {
        return signatures == null
                ? Stream.empty()
                : StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(signatures, Spliterator.ORDERED | Spliterator.NONNULL),
                        false);
    }
}
