package io.holdfast.desired.git.trust;

import static org.bouncycastle.bcpg.SignatureSubpacketTags.CREATION_TIME;
import static org.bouncycastle.bcpg.SignatureSubpacketTags.NOTATION_DATA;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** A detached OpenPGP signature over the bytes of a document, as {@code gpg --detach-sign} makes it. */
final class GpgSignature {
    static final String BEGIN = "-----BEGIN PGP SIGNATURE-----";

    private static final String END = "-----END PGP SIGNATURE-----";

    private final PGPSignature signature;

    private GpgSignature(PGPSignature signature) {
        this.signature = signature;
    }

    /** @throws Unreadable when it is not exactly one signature */
    static GpgSignature parse(String armored) throws Unreadable {
        return new GpgSignature(only(armored));
    }

    /** Why it counts for nothing, whoever made it; absent when it may count. */
    Optional<String> objection() {
        int version = signature.getVersion();
        if (version != 4 && version != 6) {
            return Optional.of("its signature is of version " + version + ", and only 4 and 6 are taken");
        }
        if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
            return Optional.of("its signature is none over a document");
        }
        if (!signature.getHashedSubPackets().hasSubpacket(CREATION_TIME)) {
            return Optional.of("its signature does not say when it was made");
        }
        if (Arrays.stream(signature.getHashedSubPackets().toArray()).anyMatch(GpgSignature::isBeyondUs)) {
            return Optional.of("its signature has a condition attached that nobody here understands");
        }
        return GpgAlgorithms.weakness(signature).map(it -> "its signature was " + it);
    }

    private static PGPSignature only(String armored) throws Unreadable {
        String text = armored.strip();
        if (text.lastIndexOf(BEGIN) != 0 || !text.endsWith(END)) {
            throw new Unreadable("its armour is not whole");
        }
        try (var in = new ArmoredInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))) {
            var objects = new BcPGPObjectFactory(in);
            Object first = objects.nextObject();
            Object second = objects.nextObject();
            if (first instanceof PGPSignatureList list && list.size() == 1 && second == null) {
                return list.get(0);
            }
        } catch (IOException | RuntimeException strange) {
            // The library throws whatever it stumbles over; the finding says that these bytes are no signature.
            throw new Unreadable("it is no OpenPGP signature", strange);
        }
        throw new Unreadable("it is not one OpenPGP signature");
    }

    /** Marked as critical by who signed, and unknown to the library, which then leaves it without a class of its own. */
    private static boolean isBeyondUs(SignatureSubpacket part) {
        boolean isNotation = part.getType() == NOTATION_DATA;
        return part.isCritical() && (isNotation || part.getClass().equals(SignatureSubpacket.class));
    }

    /** The keys it may have been made with, as it says itself. */
    List<KeyIdentifier> issuers() {
        return signature.getKeyIdentifiers();
    }

    /** The best name for its key, for people: the fingerprint, else the shorter id. */
    Optional<String> issuer() {
        return issuers().stream()
                .map(it -> it.getFingerprint() == null
                        ? "%016X".formatted(it.getKeyId())
                        : HexFormat.of().formatHex(it.getFingerprint()).toUpperCase(Locale.ROOT))
                .max(Comparator.comparingInt(String::length));
    }

    /** Whether it was made over this document with this key. */
    boolean signs(byte[] document, PGPPublicKey key) {
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            signature.update(document);
            return signature.verify();
        } catch (PGPException | RuntimeException noSignature) {
            // A signature that cannot be computed with this key was not made with it; the finding says so.
            return false;
        }
    }

    /** What is wrong with its own times; absent when nothing is. */
    Optional<String> untimely(PGPPublicKey key, Instant now) {
        Instant made = signature.getCreationTime().toInstant();
        if (made.isBefore(key.getCreationTime().toInstant())) {
            return Optional.of("its signature says to be older than its key");
        }
        long seconds = signature.getHashedSubPackets().getSignatureExpirationTime();
        return seconds > 0 && !now.isBefore(made.plusSeconds(seconds))
                ? Optional.of("its signature expired at " + made.plusSeconds(seconds))
                : Optional.empty();
    }
}
