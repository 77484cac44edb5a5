package io.holdfast.desired.git.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

/** Signed commits with something in them changed by chance: never trusted unless it means nothing, and never an exception. */
class MutatedSignatureTest {
    private static final int ROUNDS = 120;

    @Test
    void noChangeToASignedCommitIsTrusted() throws Exception {
        // Given
        long seed = RandomGenerator.getDefault().nextLong();
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        GpgSigner gpg = GpgSigner.of("Zoë <zoe@example.org>");
        SshSigner ssh = SshSigner.ed25519();
        Keyring keyring =
                new Keyring(GpgKeys.parse(gpg.publicKey()), AllowedSigners.parse("zoe@example.org " + ssh.publicKey()));
        byte[] payload = ("tree " + ObjectId.zeroId().name() + "\nauthor Z <zoe@example.org> 1767600060 +0000\n"
                        + "committer Z <zoe@example.org> 1767600060 +0000\n\nmessage\n")
                .getBytes(StandardCharsets.US_ASCII);
        List<Original> originals = List.of(Original.ssh(ssh.sign(payload)), Original.gpg(gpg.sign(payload)));

        // When
        Map<String, Integer> reasons = new TreeMap<>();
        int trusted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Original original = originals.get(round % 2);
            byte[] changed = round % 3 == 0
                    ? mutated(chance, Commits.signed(payload, original.armored()))
                    : Commits.signed(payload, rearmored(chance, original.armored()));
            String got = judged(keyring, changed);
            reasons.merge(got.replaceAll("namespace .*,|[0-9A-F]{16,}|[0-9]+", "…"), 1, Integer::sum);

            // Then
            if (got.equals("trusted")) {
                trusted++;
                SignedCommit commit = SignedCommit.of(changed);
                assertThat(Arrays.equals(commit.payload(), payload)
                                && original.isMeantBy(commit.signature().orElseThrow()))
                        .as("seed %d, round %d, %s", seed, round, new String(changed, StandardCharsets.ISO_8859_1))
                        .isTrue();
            }
        }
        System.out.printf("mutated signatures, seed %d: %d, of which %d say the same%n", seed, ROUNDS, trusted);
        reasons.forEach((reason, count) -> System.out.printf("  %5d %s%n", count, reason));
        assertThat(reasons).hasSizeGreaterThan(5);
        assertThat(trusted).as("seed %d, trusted of %s", seed, reasons).isLessThan(ROUNDS / 3);
    }

    /**
     * A signature that is right.
     *
     * @param bytes what is inside of its armour, which anybody may change and nothing is won by it
     * @param frame how many bytes frame it; they are not signed either
     * @param from where the bytes begin that are not signed themselves and only hint at the key: in OpenPGP the area of
     *     unhashed parts and the first two bytes of the hash, behind it (RFC 9580, section 5.2.3)
     * @param to where they end; for SSH there are none
     */
    @SuppressWarnings("ArrayRecordComponent") // made for one test, never compared
    private record Original(String armored, byte[] bytes, int frame, int from, int to) {
        /** What a packet is, and how long. That it says to be longer, or that a byte or two follow, is overlooked. */
        private static final int FRAME = 2;

        static Original ssh(String armored) throws Unreadable {
            return new Original(armored, inside(armored), 0, 0, 0);
        }

        /** Behind its frame: version, type, two algorithms, and both areas of parts. */
        static Original gpg(String armored) throws Unreadable {
            byte[] bytes = inside(armored);
            int unhashed = FRAME + 6 + length(bytes, FRAME + 4);
            return new Original(armored, bytes, FRAME, unhashed, unhashed + 2 + length(bytes, unhashed) + 2);
        }

        private static int length(byte[] bytes, int at) {
            return Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
        }

        /** Whether another one differs from it only where that means nothing. */
        boolean isMeantBy(String other) throws Unreadable {
            byte[] theirs = frame == 0 ? inside(other) : Arrays.copyOf(inside(other), bytes.length);
            return theirs.length == bytes.length
                    && Arrays.equals(theirs, frame, from, bytes, frame, from)
                    && Arrays.equals(numbers(theirs), numbers(bytes));
        }

        /**
         * The rest. OpenPGP writes before a number how many bits it has, and Bouncy Castle takes from that no more than how
         * many bytes there are: 254 and 255 bits before one and the same number are one and the same signature.
         */
        private byte[] numbers(byte[] signature) {
            byte[] rest = Arrays.copyOfRange(signature, to, signature.length);
            for (int at = 0; to > 0 && at + 1 < rest.length; ) {
                int octets = (length(rest, at) + 7) / 8;
                rest[at] = (byte) (octets >> 8);
                rest[at + 1] = (byte) octets;
                at += 2 + octets;
            }
            return rest;
        }
    }

    private static String judged(Keyring keyring, byte[] commit) {
        try {
            Belief belief = keyring.believe(SignedCommit.of(commit), Ordeal.NOW);
            return belief instanceof Belief.Refused refused ? refused.reason() : "trusted";
        } catch (Unreadable strange) {
            return strange.getMessage();
        }
    }

    private static byte[] mutated(RandomGenerator chance, byte[] bytes) {
        byte[] mutated = bytes.clone();
        int changes = 1 + chance.nextInt(3);
        for (int i = 0; i < changes; i++) {
            mutated[chance.nextInt(mutated.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return chance.nextInt(5) == 0 ? Arrays.copyOf(mutated, chance.nextInt(mutated.length)) : mutated;
    }

    /** Changes what is inside of the armour, and puts it on again. */
    private static String rearmored(RandomGenerator chance, String signature) throws Unreadable {
        List<String> lines = signature.lines().toList();
        String armored =
                Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(mutated(chance, inside(signature)));
        String gap = lines.get(0).contains("PGP") ? "\n\n" : "\n";
        return lines.get(0) + gap + armored + "\n" + lines.get(lines.size() - 1);
    }

    private static byte[] inside(String armored) throws Unreadable {
        String body = armored.lines()
                .filter(it -> !it.startsWith("-") && !it.startsWith("=") && !it.isBlank())
                .collect(Collectors.joining())
                .replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException strange) {
            throw new Unreadable("not base64", strange);
        }
    }
}
