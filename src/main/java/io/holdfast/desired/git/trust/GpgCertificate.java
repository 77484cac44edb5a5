package io.holdfast.desired.git.trust;

import static org.bouncycastle.openpgp.PGPSignature.CERTIFICATION_REVOCATION;
import static org.bouncycastle.openpgp.PGPSignature.DIRECT_KEY;
import static org.bouncycastle.openpgp.PGPSignature.KEY_REVOCATION;
import static org.bouncycastle.openpgp.PGPSignature.SUBKEY_BINDING;
import static org.bouncycastle.openpgp.PGPSignature.SUBKEY_REVOCATION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * A pinned OpenPGP key with its subkeys, and what it says of itself (RFC 9580, section 10.1).
 *
 * <p>Judged is what its newest words say, at the time of the look. GnuPG replaces those words when a key's life is
 * prolonged, so that an earlier state cannot be told from the file, and the time in a signature is its author's own.
 * The library's ready-made judgement was turned down: it takes a key for revoked whose first of several names is.
 */
final class GpgCertificate {
    private static final Comparator<PGPSignature> BY_AGE = Comparator.comparing(PGPSignature::getCreationTime);

    private final PGPPublicKeyRing ring;
    private final PGPPublicKey primary;

    GpgCertificate(PGPPublicKeyRing ring) {
        this.ring = ring;
        this.primary = ring.getPublicKey();
    }

    /** The key of its own that one of these names. */
    Optional<PGPPublicKey> key(List<KeyIdentifier> identifiers) {
        for (PGPPublicKey key : ring) {
            if (identifiers.stream().anyMatch(it -> it.matchesExplicit(key.getKeyIdentifier()))) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** What is wrong with the key that vouches for all others; absent when nothing is. */
    Optional<String> weakness() {
        return GpgAlgorithms.weakness(primary);
    }

    /** Why one of its keys may not sign now; absent when it may. */
    Optional<String> objection(PGPPublicKey key, Instant now) {
        if (isRevoked(KEY_REVOCATION, primary, SelfSignature.over(primary))) {
            return Optional.of("its key is revoked");
        }
        Optional<PGPSignature> word = word();
        if (word.isEmpty()) {
            return Optional.of("its key carries no word of its own that can be believed, or only of names it revoked");
        }
        Optional<String> primaryExpired = expired(primary, word.get(), now);
        if (primaryExpired.isPresent()) {
            return primaryExpired;
        }
        return key.isMasterKey() ? unfit(word.get(), false) : subkeyObjection(key, now);
    }

    private Optional<String> subkeyObjection(PGPPublicKey subkey, Instant now) {
        SelfSignature.Check bound = SelfSignature.over(primary, subkey);
        if (isRevoked(SUBKEY_REVOCATION, subkey, bound)) {
            return Optional.of("its subkey is revoked");
        }
        Optional<PGPSignature> binding =
                newest(SelfSignature.of(subkey, SUBKEY_BINDING).filter(bound::holds));
        if (binding.isEmpty()) {
            return Optional.of("its subkey is not bound to the pinned key");
        }
        if (!SelfSignature.isReturned(binding.get(), primary, subkey)) {
            return Optional.of("its subkey does not say that it belongs to the pinned key");
        }
        return expired(subkey, binding.get(), now).or(() -> unfit(binding.get(), true));
    }

    /** What the key says of itself: the newest of its words on the whole and on names it has not revoked. */
    private Optional<PGPSignature> word() {
        List<PGPSignature> words = new ArrayList<>();
        newest(SelfSignature.of(primary, DIRECT_KEY).filter(SelfSignature.over(primary)::holds))
                .ifPresent(words::add);
        primary.getRawUserIDs().forEachRemaining(name -> wordOn(name).ifPresent(words::add));
        return newest(words.stream());
    }

    private Optional<PGPSignature> wordOn(byte[] name) {
        SelfSignature.Check own = SelfSignature.over(primary, name);
        Optional<PGPSignature> newest = newest(SelfSignature.onName(primary, name)
                .filter(it -> it.isCertification())
                .filter(own::holds));
        Optional<PGPSignature> revocation = newest(SelfSignature.onName(primary, name)
                .filter(it -> it.getSignatureType() == CERTIFICATION_REVOCATION)
                .filter(own::revokes));
        return newest.filter(
                word -> revocation.filter(it -> BY_AGE.compare(it, word) >= 0).isEmpty());
    }

    private static boolean isRevoked(int type, PGPPublicKey key, SelfSignature.Check check) {
        return SelfSignature.of(key, type).anyMatch(check::revokes);
    }

    private static Optional<PGPSignature> newest(Stream<PGPSignature> signatures) {
        return signatures.max(BY_AGE);
    }

    private static Optional<String> expired(PGPPublicKey key, PGPSignature word, Instant now) {
        long seconds = word.getHashedSubPackets().getKeyExpirationTime();
        Instant end = key.getCreationTime().toInstant().plusSeconds(seconds);
        return seconds > 0 && !now.isBefore(end) ? Optional.of("its key expired at " + end) : Optional.empty();
    }

    /** A key that does not say what it is for is for everything; a subkey has to say it. */
    private static Optional<String> unfit(PGPSignature word, boolean mustSay) {
        boolean says = word.getHashedSubPackets().hasSubpacket(SignatureSubpacketTags.KEY_FLAGS);
        boolean signs = (word.getHashedSubPackets().getKeyFlags() & KeyFlags.SIGN_DATA) != 0;
        return signs || (!says && !mustSay)
                ? Optional.empty()
                : Optional.of("its key is not for signing, by its own word");
    }
}
