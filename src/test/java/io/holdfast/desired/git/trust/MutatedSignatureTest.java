package io.holdfast.desired.git.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed commits with something in them changed by chance: never trusted, and never an exception. */
class MutatedSignatureTest {
    private static final int ROUNDS = 120;

    @TempDir
    Path temporary;

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
        List<String> signatures = List.of(gpg.sign(payload), ssh.sign(payload));

        // When
        Map<String, Integer> reasons = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            String signature = signatures.get(round % 2);
            byte[] changed = round % 3 == 0
                    ? mutated(chance, Commits.signed(payload, signature))
                    : Commits.signed(payload, rearmored(chance, signature));
            String got = judged(keyring, changed);
            reasons.merge(got.replaceAll("namespace .*,|[0-9A-F]{16,}|[0-9]+", "…"), 1, Integer::sum);

            // Then
            assertThat(got.equals("trusted") && !isUnchanged(changed, payload))
                    .as("seed %d, round %d, %s", seed, round, new String(changed, StandardCharsets.ISO_8859_1))
                    .isFalse();
        }
        System.out.println("mutated signatures, seed " + seed + ": " + ROUNDS);
        reasons.forEach((reason, count) -> System.out.printf("  %5d %s%n", count, reason));
        assertThat(reasons).hasSizeGreaterThan(5);
    }

    /**
     * Whether what is signed is as it was. The bytes of a signature are not all signed themselves: parts that only hint at
     * the key, and the armour around it, may be changed by anybody, and nothing is won by it.
     */
    private static boolean isUnchanged(byte[] changed, byte[] payload) throws Unreadable {
        return Arrays.equals(SignedCommit.of(changed).payload(), payload);
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
    private static String rearmored(RandomGenerator chance, String signature) {
        List<String> lines = signature.lines().toList();
        String body = String.join(
                "",
                lines.stream()
                        .filter(it -> !it.startsWith("-") && !it.startsWith("=") && !it.isBlank())
                        .toList());
        byte[] mutated = mutated(chance, Base64.getDecoder().decode(body));
        String armored = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(mutated);
        String gap = lines.get(0).contains("PGP") ? "\n\n" : "\n";
        return lines.get(0) + gap + armored + "\n" + lines.get(lines.size() - 1);
    }
}
