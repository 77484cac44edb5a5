package io.holdfast.desired.git.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/** The OpenPGP keys that are believed. */
final class GpgKeys {
    private static final String BEGIN = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
    private static final String END = "-----END PGP PUBLIC KEY BLOCK-----";
    private static final Pattern BLOCK = Pattern.compile(
            "^-----BEGIN PGP (PUBLIC|PRIVATE) KEY BLOCK-----$.*?^-----END PGP \\1 KEY BLOCK-----$",
            Pattern.DOTALL | Pattern.MULTILINE);

    /** What begins or ends something, wherever it stands. */
    private static final Pattern EDGE = Pattern.compile("-----(BEGIN|END)");

    private final Map<String, PGPPublicKeyRing> rings;

    private GpgKeys(Map<String, PGPPublicKeyRing> rings) {
        this.rings = rings;
    }

    /**
     * Reads armoured public keys, one behind the other. One that is there twice is put together, as GnuPG does on
     * import, so that a revocation is never lost. Nor is one skipped because its block is not whole: what looks like a
     * part of a block must be one.
     *
     * @throws Unreadable when there is anything but public keys in it, or none
     */
    static GpgKeys parse(String text) throws Unreadable {
        Map<String, PGPPublicKeyRing> rings = new LinkedHashMap<>();
        String lines = text.replace("\r", "");
        var block = BLOCK.matcher(lines);
        int read = 0;
        while (block.find()) {
            if (block.group(1).equals("PRIVATE")) {
                throw new Unreadable("it holds a secret key, which belongs to its owner alone; export the public one");
            }
            refuseEdge(lines, read, block.start());
            // From within its first line to within its last, which are its own two edges.
            refuseEdge(lines, block.start() + 1, block.end() - END.length());
            add(rings, block.group());
            read = block.end();
        }
        refuseEdge(lines, read, lines.length());
        if (rings.isEmpty()) {
            throw new Unreadable("it holds no PGP PUBLIC KEY BLOCK, as gpg --armor --export prints them");
        }
        return new GpgKeys(rings);
    }

    private static void refuseEdge(String lines, int from, int to) throws Unreadable {
        var edge = EDGE.matcher(lines).region(from, to);
        if (edge.find()) {
            long line = 1
                    + lines.substring(0, edge.start())
                            .chars()
                            .filter(it -> it == '\n')
                            .count();
            throw new Unreadable(
                    "line " + line + ": " + edge.group() + " belongs to no whole block; one begins with the" + " line "
                            + BEGIN + " and ends with the line " + END + ", with nothing before or behind them");
        }
    }

    private static void add(Map<String, PGPPublicKeyRing> rings, String block) throws Unreadable {
        try (var in = new ArmoredInputStream(new ByteArrayInputStream(block.getBytes(StandardCharsets.ISO_8859_1)))) {
            var objects = new BcPGPObjectFactory(in);
            for (Object next = objects.nextObject(); next != null; next = objects.nextObject()) {
                if (next instanceof PGPPublicKeyRing ring) {
                    add(rings, ring);
                } else if (!(next instanceof PGPMarker)) {
                    throw new Unreadable("there is something in a block of keys that is no public key");
                }
            }
        } catch (IOException | PGPException | RuntimeException strange) {
            // The library throws whatever it stumbles over; whoever keeps the file hears that it cannot be read.
            throw new Unreadable("a block of it is no OpenPGP key", strange);
        }
    }

    private static void add(Map<String, PGPPublicKeyRing> rings, PGPPublicKeyRing ring) throws PGPException {
        String fingerprint = fingerprint(ring.getPublicKey());
        PGPPublicKeyRing known = rings.get(fingerprint);
        rings.put(fingerprint, known == null ? ring : PGPPublicKeyRing.join(known, ring));
    }

    static GpgKeys union(Collection<GpgKeys> several) throws Unreadable {
        Map<String, PGPPublicKeyRing> rings = new LinkedHashMap<>();
        try {
            for (GpgKeys keys : several) {
                for (PGPPublicKeyRing ring : keys.rings.values()) {
                    add(rings, ring);
                }
            }
        } catch (PGPException | RuntimeException strange) {
            throw new Unreadable("two copies of one key do not go together", strange);
        }
        return new GpgKeys(rings);
    }

    boolean isEmpty() {
        return rings.isEmpty();
    }

    /** Whether a commit's signature speaks for one of them. Signatures are worked on one at a time: they hold state. */
    synchronized Belief believe(SignedCommit commit, String armored, Instant now) {
        try {
            return believe(commit, GpgSignature.parse(armored), now);
        } catch (Unreadable strange) {
            return Belief.refused("its OpenPGP signature cannot be used: " + strange.getMessage());
        }
    }

    private Belief believe(SignedCommit commit, GpgSignature signature, Instant now) {
        Optional<String> unfit = signature.objection();
        if (unfit.isPresent()) {
            return new Belief.Refused(signature.issuer(), unfit.get());
        }
        for (PGPPublicKeyRing ring : rings.values()) {
            GpgCertificate certificate = new GpgCertificate(ring);
            Optional<PGPPublicKey> key = certificate.key(signature.issuers());
            if (key.isPresent()) {
                String name = fingerprint(key.get());
                return objection(commit, signature, certificate, key.get(), now)
                        .map(why -> Belief.refused(name, why))
                        .orElseGet(Belief.Trusted::new);
            }
        }
        return new Belief.Refused(signature.issuer(), "its key is not pinned");
    }

    private static Optional<String> objection(
            SignedCommit commit, GpgSignature signature, GpgCertificate certificate, PGPPublicKey key, Instant now) {
        return GpgAlgorithms.weakness(key)
                .or(() -> certificate.weakness())
                .or(() -> signature.signs(commit.payload(), key)
                        ? Optional.empty()
                        : Optional.of("its signature is over something else, or it was changed afterwards"))
                .or(() -> certificate.objection(key, now))
                .or(() -> signature.untimely(key, now));
    }

    private static String fingerprint(PGPPublicKey key) {
        return HexFormat.of().formatHex(key.getFingerprint()).toUpperCase(Locale.ROOT);
    }
}
