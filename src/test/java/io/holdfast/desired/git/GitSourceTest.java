package io.holdfast.desired.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Sheet;
import io.holdfast.desired.folder.Sight;
import io.holdfast.desired.folder.Snapshot;
import io.holdfast.sandbox.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository is followed onwards, and only onwards. */
class GitSourceTest {
    private static final String MAIN = "main";
    private static final int MOST = 256 * 1024;

    @TempDir
    Path temporary;

    private final MemoryHeads heads = new MemoryHeads();
    private final TestClock clock = new TestClock();
    private final AtomicInteger news = new AtomicInteger();
    private final Map<String, Binding> named = new HashMap<>();
    private CommitTrust trust = CommitTrust.none();
    private Upstream upstream;
    private GitSource source;

    @BeforeEach
    void anUpstream() throws IOException {
        upstream = new Upstream(temporary.toRealPath().resolve("upstream.git"));
    }

    @AfterEach
    void close() {
        if (source != null) {
            source.close();
        }
        upstream.close();
    }

    private Sight look() {
        return look(upstream.folder().toString());
    }

    /** Fetches and looks; the fetch is over when the look begins. */
    private Sight look(String url) {
        if (source == null) {
            source = new GitSource(settings(url), MOST, heads, trust, Runnable::run, clock);
            source.tell(news::incrementAndGet);
        }
        source.wake();
        return source.look(Set.of());
    }

    private GitSettings settings(String url) {
        return new GitSettings(
                Address.of(url),
                new Bindings(new Binding(MAIN, "environments"), new TreeMap<>(named)),
                Keys.none(),
                new FetchLimits(100_000_000, 10_000, Duration.ofSeconds(30)),
                Duration.ofSeconds(30),
                temporary.resolve("state"));
    }

    private void restart() {
        source.close();
        source = null;
    }

    private static Map<String, String> one(String text) {
        return Map.of("environments/one.yaml", text);
    }

    private static String text(Sight sight, String environment) {
        Snapshot snapshot = sight.environments().get(environment).snapshot().orElseThrow();
        return new String(
                snapshot.files().get(snapshot.root() + environment + ".yaml"), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Optional<Code> code(Sight sight, String environment) {
        return Optional.ofNullable(sight.environments().get(environment))
                .flatMap(Sheet::objection)
                .map(Finding::code);
    }

    private static String objection(Sight sight, String environment) {
        return sight.environments().get(environment).objection().orElseThrow().text();
    }

    @Test
    void aPushIsFollowed() {
        upstream.push(MAIN, one("1"));
        Sight first = look();
        upstream.push(MAIN, one("2"));
        Sight second = look();

        assertThat(text(first, "one")).isEqualTo("1");
        assertThat(text(second, "one")).isEqualTo("2");
        assertThat(code(second, "one")).isEmpty();
        assertThat(news).hasValue(2);
        assertThat(second.environments()
                        .get("one")
                        .snapshot()
                        .orElseThrow()
                        .commit()
                        .orElseThrow()
                        .authored())
                .hasValueSatisfying(it -> assertThat(it.subject()).isEqualTo("feat: push to main"));
    }

    @Test
    void aFetchThatBringsNothingIsNoNews() {
        upstream.push(MAIN, one("1"));
        look();
        look();
        look();

        assertThat(news).hasValue(1);
    }

    @Test
    void beforeTheFirstFetchNothingIsSaidOfAnyEnvironment() {
        // Given a fetcher that never comes round to it
        upstream.push(MAIN, one("1"));
        source = new GitSource(settings(upstream.folder().toString()), MOST, heads, trust, work -> {}, clock);

        // When
        Sight sight = source.look(Set.of("one", "two"));

        // Then
        assertThat(sight.environments()).isEmpty();
        assertThat(sight.trouble())
                .hasValueSatisfying(it -> assertThat(it.message()).contains("has not been fetched yet"));
    }

    @Test
    void itIsFetchedOnceAnIntervalHoweverOftenItIsLookedAt() {
        upstream.push(MAIN, one("1"));
        look();
        upstream.push(MAIN, one("2"));

        source.look(Set.of());
        clock.advance(Duration.ofSeconds(29));
        assertThat(text(source.look(Set.of()), "one")).isEqualTo("1");
        clock.advance(Duration.ofSeconds(1));
        source.look(Set.of());
        assertThat(text(source.look(Set.of()), "one")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1970-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "2038-01-19T03:14:08Z", "9999-12-31T23:59:59Z"})
    void aDateDecidesNothing(Instant dated) {
        upstream.push(MAIN, one("1"));
        look();
        upstream.push(MAIN, one("2"), dated);
        Sight dream = look();
        upstream.push(MAIN, one("3"));
        Sight awake = look();

        assertThat(text(dream, "one")).isEqualTo("2");
        assertThat(text(awake, "one")).isEqualTo("3");
        assertThat(code(awake, "one")).isEmpty();
    }

    @Test
    void aMergeGoesOnFromBothOfItsParents() {
        // Given a branch that forked before what is followed
        ObjectId base = upstream.push(MAIN, one("1"));
        ObjectId followed = upstream.push(MAIN, one("2"));
        look();
        ObjectId side = upstream.commit(upstream.tree(one("side")), List.of(base), Instant.EPOCH, "side");

        // When
        upstream.point(MAIN, upstream.commit(upstream.tree(one("3")), List.of(side, followed), Instant.EPOCH, "merge"));
        Sight merged = look();

        // Then
        assertThat(text(merged, "one")).isEqualTo("3");
        assertThat(code(merged, "one")).isEmpty();
    }

    @Test
    void aRewrittenHistoryHoldsTheEnvironmentWhereItIs() {
        // Given
        ObjectId followed = upstream.push(MAIN, one("1"));
        look();

        // When
        ObjectId rewritten = upstream.rewrite(MAIN, one("2"));
        Sight sight = look();

        // Then
        assertThat(text(sight, "one")).isEqualTo("1");
        assertThat(code(sight, "one")).contains(Code.GIT_HISTORY);
        assertThat(objection(sight, "one"))
                .contains("branch main of " + upstream.folder())
                .contains("its head " + rewritten.name() + " does not come from " + followed.name())
                .contains("POST /api/v1/environments/one/accept-history");
    }

    @Test
    void goingBackToAnOlderCommitIsARewriteToo() {
        ObjectId older = upstream.push(MAIN, one("1"));
        upstream.push(MAIN, one("2"));
        look();
        upstream.point(MAIN, older);

        Sight sight = look();

        assertThat(text(sight, "one")).isEqualTo("2");
        assertThat(code(sight, "one")).contains(Code.GIT_HISTORY);
    }

    @Test
    void whoeverPutsTheBranchBackIsFollowedAgain() {
        ObjectId good = upstream.push(MAIN, one("1"));
        look();
        upstream.rewrite(MAIN, one("2"));
        look();
        upstream.point(MAIN, good);

        Sight sight = look();

        assertThat(text(sight, "one")).isEqualTo("1");
        assertThat(code(sight, "one")).isEmpty();
    }

    @Test
    void aPersonMayApproveExactlyTheHeadTheyName() {
        // Given
        upstream.push(MAIN, one("1"));
        look();
        ObjectId rewritten = upstream.rewrite(MAIN, one("2"));
        look();

        // When
        var strange = source.approve("one", ObjectId.zeroId().name(), "ana (token)", "why not");
        var other = source.approve("two", rewritten.name(), "ana (token)", "why not");
        assertThat(text(source.look(Set.of()), "one")).isEqualTo("1");
        var right = source.approve("one", rewritten.name(), "ana (token)", "the old history held a password");

        // Then
        assertThat(strange).isEqualTo(GitSource.Approval.OTHER_HEAD);
        assertThat(other).isEqualTo(GitSource.Approval.NOTHING_HELD);
        assertThat(right).isEqualTo(GitSource.Approval.GIVEN);
        assertThat(text(look(), "one")).isEqualTo("2");
        assertThat(code(look(), "one")).isEmpty();
    }

    @Test
    void anApprovalIsGoodForOneTime() {
        // Given an approved rewrite, and a push on top of it
        upstream.push(MAIN, one("1"));
        look();
        ObjectId rewritten = upstream.rewrite(MAIN, one("2"));
        look();
        source.approve("one", rewritten.name(), "ana", "yes");
        upstream.push(MAIN, one("3"));
        look();

        // When the branch is put back to what was approved once
        upstream.point(MAIN, rewritten);
        Sight sight = look();

        // Then
        assertThat(text(sight, "one")).isEqualTo("3");
        assertThat(code(sight, "one")).contains(Code.GIT_HISTORY);
    }

    @Test
    void anApprovalOfOneHeadIsNoneOfTheNextRewrite() {
        upstream.push(MAIN, one("1"));
        look();
        ObjectId seen = upstream.rewrite(MAIN, one("2"));
        look();
        upstream.rewrite(MAIN, one("3"));
        heads.approve("one", new Heads.Approved(seen.name(), "ana", "yes", Instant.EPOCH));

        Sight sight = look();

        assertThat(text(sight, "one")).isEqualTo("1");
        assertThat(code(sight, "one")).contains(Code.GIT_HISTORY);
    }

    @Test
    void aNewNameDoesNotSmuggleARewrittenHistoryIn() {
        upstream.push(MAIN, one("1"));
        look();
        upstream.rewrite(MAIN, Map.of("environments/one.yaml", "2", "environments/two.yaml", "2"));

        Sight sight = look();

        assertThat(code(sight, "two")).contains(Code.GIT_HISTORY);
        assertThat(sight.environments().get("two").snapshot()).isEmpty();
    }

    @Test
    void anEnvironmentTheRewrittenHistoryLacksIsHeldAndNotRemoved() {
        upstream.push(MAIN, Map.of("environments/one.yaml", "1", "environments/two.yaml", "1"));
        look();
        upstream.rewrite(MAIN, one("2"));

        Sight sight = look();

        assertThat(text(sight, "two")).isEqualTo("1");
        assertThat(code(sight, "two")).contains(Code.GIT_HISTORY);
    }

    @Test
    void aFileThatIsRemovedByACommitIsRemoved() {
        upstream.push(MAIN, Map.of("environments/one.yaml", "1", "environments/two.yaml", "1"));
        look();
        upstream.push(MAIN, one("2"));

        Sight sight = look();

        assertThat(sight.environments()).containsOnlyKeys("one");
        assertThat(sight.trouble()).isEmpty();
        assertThat(heads.accepted()).containsOnlyKeys("one");
    }

    @Test
    void whatIsFollowedOutlivesARestart() {
        upstream.push(MAIN, one("1"));
        look();
        restart();
        upstream.rewrite(MAIN, one("2"));

        Sight sight = look();

        assertThat(text(sight, "one")).isEqualTo("1");
        assertThat(code(sight, "one")).contains(Code.GIT_HISTORY);
    }

    @Test
    void withoutTheMirrorARewriteIsStillOne() throws IOException {
        // Given a lost disk: what is followed is known, but no object of it
        upstream.push(MAIN, one("1"));
        look();
        restart();
        Mirror.remove(temporary.resolve("state"));
        upstream.rewrite(MAIN, one("2"));

        // When
        Sight sight = look();

        // Then
        assertThat(sight.environments().get("one").snapshot()).isEmpty();
        assertThat(code(sight, "one")).contains(Code.GIT_HISTORY);
    }

    @Test
    void anUpstreamThatIsGoneAfterARestartLeavesWhatTheMirrorHas() throws IOException {
        upstream.push(MAIN, one("1"));
        look();
        restart();
        Files.move(upstream.folder(), temporary.resolve("moved"));

        Sight sight = look();

        assertThat(text(sight, "one")).isEqualTo("1");
        assertThat(code(sight, "one")).contains(Code.GIT_UNAVAILABLE);
        assertThat(sight.trouble()).isPresent();
    }

    @Test
    void anotherRepositoryOrBranchByTheOperatorsWishIsNoRewrite() throws IOException {
        // Given
        upstream.push(MAIN, one("1"));
        look();
        restart();

        // When
        try (Upstream other = new Upstream(temporary.resolve("other.git"))) {
            other.push(MAIN, one("2"));
            Sight sight = look(other.folder().toString());

            // Then
            assertThat(text(sight, "one")).isEqualTo("2");
            assertThat(code(sight, "one")).isEmpty();
        }
    }

    @Test
    void eachEnvironmentComesFromWhereItIsBoundAndFromNowhereElse() {
        // Given staging from develop, and a file of its name on main, and one of production on develop
        named.put("staging", new Binding("develop", "environments"));
        upstream.push(MAIN, Map.of("environments/production.yaml", "main", "environments/staging.yaml", "main"));
        upstream.push(
                "develop", Map.of("environments/production.yaml", "develop", "environments/staging.yaml", "develop"));

        // When
        Sight sight = look();

        // Then
        assertThat(sight.environments()).containsOnlyKeys("production", "staging");
        assertThat(text(sight, "production")).isEqualTo("main");
        assertThat(text(sight, "staging")).isEqualTo("develop");
    }

    @Test
    void aBranchThatIsDeletedHoldsWhatComesFromItAndNothingElse() throws IOException {
        // Given
        named.put("staging", new Binding("develop", "environments"));
        upstream.push(MAIN, Map.of("environments/production.yaml", "1"));
        upstream.push("develop", Map.of("environments/staging.yaml", "1"));
        look();

        // When
        Files.delete(upstream.ref("develop"));
        upstream.push(MAIN, Map.of("environments/production.yaml", "2"));
        Sight sight = look();

        // Then
        assertThat(text(sight, "production")).isEqualTo("2");
        assertThat(code(sight, "production")).isEmpty();
        assertThat(text(sight, "staging")).isEqualTo("1");
        assertThat(objection(sight, "staging"))
                .contains("GIT_UNAVAILABLE")
                .contains("branch develop of " + upstream.folder());
        assertThat(sight.trouble()).as("of the source as a whole").isEmpty();
    }

    @Test
    void anEnvironmentThatAnOperatorBoundIsNotRemovedByRemovingItsFile() {
        named.put("staging", new Binding("develop", "environments"));
        upstream.push(MAIN, Map.of("environments/production.yaml", "1"));
        upstream.push("develop", Map.of("environments/staging.yaml", "1"));
        look();
        upstream.push("develop", Map.of("environments/other.yaml", "1"));

        Sight sight = look();

        assertThat(text(sight, "staging")).isEqualTo("1");
        assertThat(objection(sight, "staging"))
                .contains("no environment in environments/ of branch develop")
                .contains("where NAME is what is bound to it: staging");
    }

    @Test
    void severalEnvironmentsMayShareABranchFromFoldersOfTheirOwn() {
        named.put("a", new Binding(MAIN, "teams/a"));
        named.put("b", new Binding(MAIN, "/teams/b/"));
        upstream.push(MAIN, Map.of("environments/c.yaml", "c", "teams/a/a.yaml", "a", "teams/b/b.yaml", "b"));

        Sight sight = look();

        assertThat(sight.environments()).containsOnlyKeys("a", "b", "c");
        assertThat(text(sight, "b")).isEqualTo("b");
    }

    @Test
    void whoIsNotTrustedIsNotFollowed() {
        // Given somebody who objects to every commit but the first, and remembers what they were asked
        List<List<ObjectId>> asked = new java.util.ArrayList<>();
        trust = (commits, mirror) -> {
            asked.add(commits);
            return commits.size() == 1 && asked.size() == 1
                    ? Optional.empty()
                    : Optional.of(Failures.at(new Binding(MAIN, "environments"), Code.SIGNATURE, "unsigned"));
        };
        ObjectId first = upstream.push(MAIN, one("1"));
        look();

        // When
        ObjectId second = upstream.push(MAIN, one("2"));
        ObjectId third = upstream.push(MAIN, one("3"));
        Sight sight = look();

        // Then
        assertThat(text(sight, "one")).isEqualTo("1");
        assertThat(code(sight, "one")).contains(Code.SIGNATURE);
        assertThat(asked).containsExactly(List.of(first), List.of(third, second));
        assertThat(source.approve("one", third.name(), "ana", "x")).isEqualTo(GitSource.Approval.NOTHING_HELD);
    }

    @Test
    void withoutAMemoryNothingNewIsFollowed() {
        upstream.push(MAIN, one("1"));
        look();
        upstream.push(MAIN, one("2"));
        heads.away(true);
        Sight away = look();
        heads.away(false);
        Sight back = look();

        assertThat(text(away, "one")).isEqualTo("1");
        assertThat(objection(away, "one")).contains("the ledger is away");
        assertThat(text(back, "one")).isEqualTo("2");
    }

    @Test
    void aMirrorThatIsBrokenIsMadeAnew() throws IOException {
        // Given
        upstream.push(MAIN, one("1"));
        look();
        restart();
        try (Stream<Path> files = Files.walk(temporary.resolve("state"))) {
            for (Path pack : files.filter(it -> it.toString().endsWith(".pack")).toList()) {
                byte[] content = Files.readAllBytes(pack);
                for (int i = 12; i < content.length - 20; i++) {
                    content[i] ^= 0x55;
                }
                Upstream.write(pack, content);
            }
        }

        // When
        Sight sight = look();

        // Then
        assertThat(text(sight, "one")).isEqualTo("1");
        assertThat(code(sight, "one")).isEmpty();
    }

    @Test
    void whatAKilledFetchLeftBehindStopsNothing() throws IOException {
        upstream.push(MAIN, one("1"));
        look();
        restart();
        Path mirror;
        try (Stream<Path> folders = Files.list(temporary.resolve("state/git"))) {
            mirror = folders.findFirst().orElseThrow();
        }
        for (String left : List.of(
                "HEAD.lock",
                "config.lock",
                "packed-refs.lock",
                "shallow.lock",
                "refs/holdfast/main.lock",
                "objects/incoming_1.pack")) {
            Upstream.write(mirror.resolve(left), new byte[] {1});
        }
        upstream.push(MAIN, one("2"));

        Sight sight = look();

        assertThat(text(sight, "one")).isEqualTo("2");
        assertThat(mirror.resolve("refs/holdfast/main.lock")).doesNotExist();
        assertThat(mirror.resolve("objects/incoming_1.pack")).doesNotExist();
    }

    @Test
    void aMirrorDoesNotGrowForEver() throws IOException {
        // Given more pushes, each fetched, than a mirror takes packs
        int pushes = 33;
        for (int push = 1; push <= pushes; push++) {
            upstream.push(MAIN, one("push " + push));
            assertThat(text(look(), "one")).isEqualTo("push " + push);
        }

        // When
        long packs;
        try (Stream<Path> files = Files.walk(temporary.resolve("state"))) {
            packs = files.filter(it -> it.toString().endsWith(".pack")).count();
        }

        // Then
        assertThat(packs).isLessThan(pushes - 1);
        assertThat(code(look(), "one")).isEmpty();
    }

    @Test
    void noFileOfACommitIsEverWritten() throws IOException {
        upstream.push(MAIN, one("a text that would be found"));
        look();

        try (Stream<Path> files = Files.walk(temporary.resolve("state"))) {
            assertThat(files.map(it -> String.valueOf(it.getFileName())))
                    .doesNotContain("one.yaml", "environments", "index");
        }
    }
}
