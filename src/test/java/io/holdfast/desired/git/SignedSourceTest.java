package io.holdfast.desired.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Sheet;
import io.holdfast.desired.folder.Sight;
import io.holdfast.desired.git.trust.GpgSigner;
import io.holdfast.desired.git.trust.PinnedKeys;
import io.holdfast.desired.git.trust.SignedCommits;
import io.holdfast.desired.git.trust.SshSigner;
import io.holdfast.desired.git.trust.TrustMode;
import io.holdfast.sandbox.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody we trust has signed does not come into force, and what was in force stays. */
class SignedSourceTest {
    private static final String MAIN = "main";
    private static final String FILE = "environments/one.yaml";

    /** More than a fetch over a network brings at first. */
    private static final int MANY = 60;

    @TempDir
    Path temporary;

    private final TestClock clock = new TestClock();
    private final MemoryHeads heads = new MemoryHeads();
    private Upstream upstream;
    private SshSigner ana;
    private Path allowed;
    private TrustMode mode = TrustMode.HEAD;
    private Optional<Path> gpg = Optional.empty();
    private Optional<GitSource> source = Optional.empty();

    @BeforeEach
    void anUpstreamAndAKeyThatIsPinned() throws Exception {
        upstream = new Upstream(temporary.toRealPath().resolve("upstream.git"));
        ana = SshSigner.ed25519();
        allowed = temporary.resolve("allowed_signers");
        allow(ana);
    }

    @AfterEach
    void closed() {
        source.ifPresent(GitSource::close);
        upstream.close();
    }

    private void allow(SshSigner... signers) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (SshSigner signer : signers) {
            lines.append("ana@example.com ").append(signer.publicKey()).append('\n');
        }
        Files.writeString(allowed, lines);
    }

    private Sight look() {
        return look(upstream.folder().toString());
    }

    private Sight look(String url) {
        GitSource followed = source.orElseGet(() -> following(url));
        source = Optional.of(followed);
        followed.wake();
        return followed.look(Set.of());
    }

    private GitSource following(String url) {
        GitSettings settings = new GitSettings(
                Address.of(url),
                new Bindings(new Binding(MAIN, "environments"), new TreeMap<>()),
                Keys.none(),
                new FetchLimits(100_000_000, 10_000, Duration.ofSeconds(30)),
                Duration.ofSeconds(30),
                temporary.resolve("state"));
        PinnedKeys keys = new PinnedKeys(gpg.stream().toList(), List.of(allowed));
        return new GitSource(settings, 256 * 1024, heads, new SignedCommits(mode, keys, clock), Runnable::run, clock);
    }

    private ObjectId signed(String text) {
        return signed(text, ana);
    }

    private ObjectId signed(String text, SshSigner by) {
        return upstream.push(MAIN, Map.of(FILE, text), by::sign);
    }

    private ObjectId unsigned(String text) {
        return upstream.push(MAIN, Map.of(FILE, text));
    }

    private static String text(Sight sight) {
        return new String(
                sight.environments().get("one").snapshot().orElseThrow().files().get(FILE), UTF_8);
    }

    private static Optional<Finding> objection(Sight sight, String environment) {
        return Optional.ofNullable(sight.environments().get(environment)).flatMap(Sheet::objection);
    }

    private static String told(Sight sight) {
        return objection(sight, "one")
                .filter(it -> it.code() == Code.SIGNATURE)
                .map(Finding::text)
                .orElse("nothing");
    }

    @Test
    void anUnsignedHeadIsNotFollowedAndSaidSo() {
        // Given
        ObjectId good = signed("1");
        Sight before = look();

        // When
        ObjectId head = unsigned("2");
        Sight held = look();
        signed("3");
        Sight after = look();

        // Then the next signer vouches for what lies before
        assertThat(told(before)).isEqualTo("nothing");
        assertThat(text(held)).isEqualTo("1");
        assertThat(told(held))
                .isEqualTo("environments/:1:1: SIGNATURE: branch main of " + upstream.folder() + ": commit "
                        + head.name() + " is not trusted: it is not signed itself; a signed tag does not sign the"
                        + " commit; allowed: commits signed with a key in the files of holdfast.source.signers");
        assertThat(held.environments()
                        .get("one")
                        .snapshot()
                        .orElseThrow()
                        .commit()
                        .orElseThrow()
                        .commit())
                .isEqualTo(good.name());
        assertThat(text(after)).isEqualTo("3");
        assertThat(told(after)).isEqualTo("nothing");
    }

    @Test
    void withEveryAnUnsignedCommitInTheMiddleHoldsAllThatIsBuiltOnIt() {
        // Given
        mode = TrustMode.EVERY;
        ObjectId good = signed("1");
        look();

        // When
        ObjectId middle = unsigned("2");
        ObjectId head = signed("3");
        Sight held = look();
        upstream.point(MAIN, good);
        ObjectId mended = signed("4");
        Sight after = look();

        // Then nothing pushed on top of it helps, and leaving it out does
        assertThat(text(held)).isEqualTo("1");
        assertThat(told(held))
                .contains("commit " + middle.name() + " is not trusted: it is not signed")
                .doesNotContain(head.name());
        assertThat(text(after)).isEqualTo("4");
        assertThat(told(after)).isEqualTo("nothing");
        assertThat(heads.accepted().get("one").commit()).isEqualTo(mended.name());
    }

    @Test
    void withEveryAnUnsignedCommitThatAMergeBringsInHoldsIt() {
        // Given a branch off what is followed
        mode = TrustMode.EVERY;
        ObjectId good = signed("1");
        look();
        ObjectId side = unsigned("side");

        // When it is merged by somebody who signs
        upstream.point(MAIN, good);
        ObjectId merge = upstream.merge(MAIN, Map.of(FILE, "2"), side, ana::sign);
        Sight held = look();

        // Then
        assertThat(upstream.head(MAIN)).contains(merge);
        assertThat(text(held)).isEqualTo("1");
        assertThat(told(held)).contains("commit " + side.name() + " is not trusted");
    }

    @Test
    void withEveryCommitsThatAreNotFetchedAtFirstAreAskedAsWell() throws IOException {
        // Given a server that is asked for the newest history only
        mode = TrustMode.EVERY;
        signed("1");
        try (GitHttpServer server = new GitHttpServer(temporary.toRealPath())) {
            look(server.url("upstream.git"));

            // When
            ObjectId oldest = unsigned("2");
            for (int i = 0; i < MANY; i++) {
                signed("push " + i);
            }
            Sight held = look(server.url("upstream.git"));

            // Then
            assertThat(text(held)).isEqualTo("1");
            assertThat(told(held)).contains("commit " + oldest.name() + " is not trusted: it is not signed");
        }
    }

    @Test
    void aKeyCountsFromWhenItIsPinnedUntilItIsTakenAway() throws Exception {
        // Given a head signed with a key that is not pinned
        SshSigner ben = SshSigner.ed25519();
        signed("1");
        look();
        ObjectId bens = signed("2", ben);

        // When
        Sight unknown = look();
        allow(ana, ben);
        Sight pinned = look();
        allow(ana);
        Sight inForce = look();
        signed("3", ben);
        Sight takenAway = look();

        // Then what is in force is not asked again
        assertThat(text(unknown)).isEqualTo("1");
        assertThat(told(unknown))
                .contains("commit " + bens.name() + " is not trusted: its key is not pinned (key SHA256:");
        assertThat(text(pinned)).isEqualTo("2");
        assertThat(told(inForce)).isEqualTo("nothing");
        assertThat(text(takenAway)).isEqualTo("2");
        assertThat(told(takenAway)).contains("its key is not pinned");
    }

    @Test
    void aSignatureOfAnotherCommitIsNone() throws Exception {
        // Given
        signed("1");
        look();
        String elsewhere = ana.sign("tree of another commit".getBytes(UTF_8));

        // When
        upstream.push(MAIN, Map.of(FILE, "2"), commit -> elsewhere);
        Sight held = look();

        // Then
        assertThat(text(held)).isEqualTo("1");
        assertThat(told(held)).contains("its signature is over something else, or it was changed afterwards");
    }

    @Test
    void aPinnedOpenPgpKeyIsTrustedBesideOfSsh() throws Exception {
        // Given
        GpgSigner ana = GpgSigner.of("Ana Lee <ana@example.com>");
        GpgSigner mallory = GpgSigner.of("Ana Lee <ana@example.com>");
        gpg = Optional.of(Files.writeString(temporary.resolve("keys.asc"), ana.publicKey()));

        // When
        upstream.push(MAIN, Map.of(FILE, "1"), ana::sign);
        Sight first = look();
        upstream.push(MAIN, Map.of(FILE, "2"), mallory::sign);
        Sight held = look();

        // Then
        assertThat(text(first)).isEqualTo("1");
        assertThat(told(first)).isEqualTo("nothing");
        assertThat(text(held)).isEqualTo("1");
        assertThat(told(held)).contains("its key is not pinned");
    }

    @Test
    void withoutTheFileOfKeysNothingNewIsFollowed() throws IOException {
        // Given
        signed("1");
        look();
        Files.delete(allowed);
        ObjectId head = signed("2");

        // When
        Sight held = look();
        allow(ana);
        Sight after = look();

        // Then
        assertThat(text(held)).isEqualTo("1");
        assertThat(told(held))
                .contains("whether commit " + head.name() + " is to be trusted cannot be told: " + allowed
                        + ": there is no such file");
        assertThat(text(after)).isEqualTo("2");
    }

    @Test
    void anUntrustedCommitNeitherAddsNorRemovesAnEnvironment() {
        // Given
        signed("1");
        look();

        // When
        upstream.push(MAIN, Map.of("environments/two.yaml", "2"));
        Sight held = look();

        // Then
        assertThat(text(held)).isEqualTo("1");
        assertThat(told(held)).contains("is not signed");
        assertThat(held.environments().get("two").snapshot()).isEmpty();
        assertThat(objection(held, "two"))
                .hasValueSatisfying(it -> assertThat(it.code()).isEqualTo(Code.SIGNATURE));
        assertThat(heads.accepted()).containsOnlyKeys("one");
    }
}
