package io.holdfast.web.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.sandbox.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of deliveries. We follow {@code main} and {@code develop} of github.com/acme/estate. */
class DoorbellTest {
    private static final String GITHUB = """
            {"ref": "refs/heads/main", "deleted": false, "after": "9f2c1e7", "repository": {"id": 1,
             "full_name": "acme/estate", "html_url": "https://github.com/acme/estate",
             "clone_url": "https://github.com/acme/estate.git", "ssh_url": "git@github.com:acme/estate.git"}}
            """;

    private static final String GITLAB = """
            {"object_kind": "push", "ref": "refs/heads/main", "project": {"id": 15,
             "git_ssh_url": "git@github.com:acme/estate.git", "git_http_url": "https://github.com/acme/estate.git"}}
            """;

    private static final String BITBUCKET = """
            {"push": {"changes": [{"old": null, "new": {"type": "branch", "name": "main"}, "created": true}]},
             "repository": {"links": {"html": {"href": "https://github.com/acme/estate"}}}}
            """;

    private static final String BITBUCKET_SERVER = """
            {"eventKey": "repo:refs_changed", "changes": [{"refId": "refs/heads/main", "type": "UPDATE"}],
             "repository": {"slug": "estate", "links": {"clone": [
               {"href": "ssh://git@github.com:7999/acme/estate.git", "name": "ssh"}]}}}
            """;

    private final TestClock clock = new TestClock();
    private final AtomicInteger looks = new AtomicInteger();

    private Doorbell bell(HookSecrets secrets) {
        Watched watched = Watched.branches("https://github.com/acme/estate", List.of("main", "develop"));
        return new Doorbell(secrets, watched, looks::incrementAndGet, clock);
    }

    private Doorbell bell() {
        return bell(HookSecrets.of(List.of(Sender.SECRET)));
    }

    @Test
    void aPushIsHeardWhoeverKeepsTheRepository() {
        byte[] key = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
        String encoded = "whsec_" + Base64.getEncoder().encodeToString(key);
        Doorbell bell = bell(HookSecrets.of(List.of(encoded, Sender.SECRET)));

        List<Delivery> deliveries = List.of(
                Sender.github(GITHUB),
                Sender.gitlab(GITLAB),
                Sender.standard(GITLAB, key, UTF_8),
                Sender.bitbucket(BITBUCKET),
                Sender.bitbucket(BITBUCKET_SERVER),
                Sender.generic("{\"ref\": \"main\"}"),
                Sender.generic("{}"),
                Sender.generic(""),
                Sender.github("payload=%7B%22ref%22%3A%22refs%2Fheads%2Fmain%22%7D"));

        assertThat(deliveries).map(bell::ring).containsOnly(Outcome.FETCH);
        assertThat(looks).hasValue(deliveries.size());
    }

    @Test
    void aSecretIsAsLongAsWhatNobodyKnowsOfIt() {
        String fifteen = Base64.getEncoder().encodeToString(new byte[15]);
        String sixteen = Base64.getEncoder().encodeToString(new byte[16]);

        for (String weak : List.of("", "a".repeat(15), "whsec_", "whsec_" + fifteen, "whsec_" + "!".repeat(15))) {
            assertThatThrownBy(() -> HookSecrets.of(List.of(weak)))
                    .as(weak)
                    .hasMessageContaining("at least 16 characters, behind whsec_ at least 16 bytes in base64");
        }
        assertThatCode(() ->
                        HookSecrets.of(List.of("a".repeat(16), "whsec_" + sixteen, "whsec_" + "!".repeat(16), fifteen)))
                .doesNotThrowAnyException();
    }

    /** The example in GitHub's documentation, "Validating webhook deliveries". */
    @Test
    void aSignatureIsWhatGitHubSaysItIs() {
        Doorbell bell = bell(HookSecrets.of(List.of("It's a Secret to Everybody")));
        String right = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
        byte[] body = "Hello, World!".getBytes(UTF_8);

        assertThat(bell.ring(Sender.delivery(body, "X-Hub-Signature-256", right)))
                .isEqualTo(Outcome.MALFORMED);
        assertThat(bell.ring(Sender.delivery(body, "X-Hub-Signature-256", right.replace("e17", "e18"))))
                .isEqualTo(Outcome.UNPROVED);
    }

    @Test
    void whoCannotProveWhoTheyAreIsNotHeard() {
        // Given
        byte[] body = GITHUB.getBytes(UTF_8);
        byte[] rewritten = GITHUB.replace(" ", "").getBytes(UTF_8);
        String right = Sender.sha256(Sender.SECRET, body);
        String sha1 = "sha1=" + Sender.hmac("HmacSHA1", Sender.SECRET.getBytes(UTF_8), body);

        // When
        List<Delivery> deliveries = List.of(
                Sender.delivery(body),
                Sender.delivery(body, "X-Hub-Signature", sha1),
                Sender.delivery(body, "X-Hub-Signature", sha1, "X-Hub-Signature-256", sha1),
                Sender.delivery(body, "X-Hub-Signature-256", ""),
                Sender.delivery(body, "X-Hub-Signature-256", "sha256="),
                Sender.delivery(body, "X-Hub-Signature-256", right.substring("sha256=".length())),
                Sender.delivery(body, "X-Hub-Signature-256", right.substring(0, right.length() - 1)),
                Sender.delivery(body, "X-Hub-Signature-256", right + "00"),
                Sender.delivery(body, "X-Hub-Signature-256", "sha256=" + "g".repeat(64)),
                Sender.delivery(body, "X-Hub-Signature-256", right, "x-hub-signature-256", right),
                Sender.delivery(rewritten, "X-Hub-Signature-256", right),
                Sender.delivery(body, "X-Hub-Signature-256", Sender.sha256("a secret of other characters", body)),
                Sender.delivery(body, "X-Gitlab-Token", ""),
                Sender.delivery(body, "X-Gitlab-Token", Sender.SECRET + "s"),
                Sender.delivery(body, "X-Gitlab-Token", Sender.SECRET.substring(1)),
                Sender.delivery(body, "webhook-signature", "v1,"),
                Sender.delivery(body, "webhook-signature", "v1,!!! v1a,AAAA"),
                Sender.delivery(body, "Authorization", "Bearer " + Sender.SECRET));

        // Then
        assertThat(deliveries).map(bell()::ring).containsOnly(Outcome.UNPROVED);
        assertThat(looks).hasValue(0);
    }

    @Test
    void whatIsNotFollowedDisturbsNobody() {
        List<Delivery> deliveries = List.of(
                Sender.github(GITHUB.replace("heads/main", "heads/feature")),
                Sender.github(GITHUB.replace("heads/main", "tags/main")),
                Sender.github(GITHUB.replace("acme/estate", "acme/shop")),
                Sender.gitlab(GITLAB.replace("heads/main", "heads/main2")),
                Sender.bitbucket(BITBUCKET.replace("\"main\"", "\"feature\"")),
                Sender.bitbucket(BITBUCKET.replace("branch", "tag")),
                Sender.bitbucket(BITBUCKET_SERVER.replace("heads/main", "heads/feature")),
                Sender.generic("{\"ref\": \"feature\"}"));

        assertThat(deliveries).map(bell()::ring).containsOnly(Outcome.IGNORED);
        assertThat(looks).hasValue(0);
    }

    @Test
    void inDoubtTheSourceIsAsked() {
        List<Delivery> deliveries = List.of(
                // A branch that is gone, which the source finds out by itself.
                Sender.github(GITHUB.replace("\"deleted\": false", "\"deleted\": true")),
                Sender.bitbucket(BITBUCKET
                        .replace("\"new\"", "\"was\"")
                        .replace("\"old\": null", "\"new\": null, \"old\": {\"name\": \"develop\"}")),
                // Our repository may have another name there.
                Sender.github(GITHUB.replace("github.com", "git.internal")),
                // Nothing that is known, or not as it is known.
                Sender.github("{\"ref\": null, \"repository\": null, \"push\": null, \"changes\": null}"),
                Sender.github("{\"ref\": 1, \"repository\": [], \"push\": {\"changes\": {\"new\": 3}}}"),
                Sender.github("{\"repository\": {\"clone_url\": {}, \"links\": {\"clone\": \"none\"}}}"),
                Sender.github("{\"repository\": {\"clone_url\": \"::::\", \"ssh_url\": \"\\u0000\"}}"),
                Sender.github("{\"zen\": \"a ping has no ref\", \"hook_id\": 7}"));

        assertThat(deliveries).map(bell()::ring).containsOnly(Outcome.FETCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "1", "\"main\"", "null", "nonsense", "{", "{\"ref\":", "payload=", "payload=%ZZ", "\uFFFD"
            })
    void whatIsNoObjectIsSaidToBeNone(String body) {
        assertThat(bell().ring(Sender.github(body))).isEqualTo(Outcome.MALFORMED);
        assertThat(looks).hasValue(0);
    }

    @Test
    void aBodyThatIsDeepOrLongIsReadLikeAnyOther() {
        String deep = "{\"a\":".repeat(10_000);
        String number = "{\"ref\": " + "9".repeat(60_000) + "}";
        assertThat(bell().ring(Sender.github(deep))).isEqualTo(Outcome.MALFORMED);
        assertThat(bell().ring(Sender.github(number))).isEqualTo(Outcome.MALFORMED);
        for (String nasty : List.of("a://a" + "/".repeat(60_000) + "?\\n", "a".repeat(60_000), "a:".repeat(30_000))) {
            String body = "{\"repository\": {\"url\": \"" + nasty + "\"}}";
            assertThat(bell().ring(Sender.github(body))).isEqualTo(Outcome.FETCH);
        }
    }

    @Test
    void whatIsSentAgainIsHeardOnce() {
        Doorbell bell = bell();

        assertThat(bell.ring(Sender.github(GITHUB, "one"))).isEqualTo(Outcome.FETCH);
        assertThat(bell.ring(Sender.github(GITHUB, "one"))).isEqualTo(Outcome.REPEATED);
        assertThat(bell.ring(Sender.github(GITHUB, "two"))).isEqualTo(Outcome.FETCH);
        assertThat(bell.ring(Sender.github(GITHUB + " ", "one"))).isEqualTo(Outcome.FETCH);
        assertThat(looks).hasValue(3);

        clock.advance(Duration.ofMinutes(11));
        assertThat(bell.ring(Sender.github(GITHUB, "one"))).isEqualTo(Outcome.FETCH);
    }

    @Test
    void deliveriesAreNotRememberedWithoutEnd() {
        Doorbell bell = bell();
        for (int i = 0; i < 3_000; i++) {
            assertThat(bell.ring(Sender.github("{}", "id " + i))).isEqualTo(Outcome.FETCH);
        }

        assertThat(bell.ring(Sender.github("{}", "id 2999"))).isEqualTo(Outcome.REPEATED);
        assertThat(bell.ring(Sender.github("{}", "id 0"))).isEqualTo(Outcome.FETCH);
    }

    @Test
    void aSecretIsReplacedWithoutARestart(@TempDir Path folder) throws IOException {
        // Given
        Path file = folder.resolve("secrets");
        Doorbell bell = bell(HookSecrets.file(file));
        assertThat(bell.ring(Sender.github(GITHUB))).isEqualTo(Outcome.BLIND);

        // When, Then
        Files.writeString(file, "another secret, the new one\r\n" + Sender.SECRET + "\n");
        assertThat(bell.ring(Sender.github(GITHUB))).isEqualTo(Outcome.FETCH);
        Files.writeString(file, "another secret, the new one\n");
        assertThat(bell.ring(Sender.github(GITHUB))).isEqualTo(Outcome.UNPROVED);
        Files.writeString(file, "\n \n");
        assertThat(bell.ring(Sender.github(GITHUB))).isEqualTo(Outcome.BLIND);
    }

    @Test
    void secretsThatCannotBeReadAreLoggedOnceUntilThatChanges(@TempDir Path folder) throws IOException {
        // Given
        Path file = folder.resolve("secrets");
        Doorbell bell = bell(HookSecrets.file(file));
        Logger logger = Logger.getLogger(Doorbell.class.getName());
        List<String> logged = new CopyOnWriteArrayList<>();
        Filter before = logger.getFilter();
        logger.setFilter(line -> logged.add(line.getMessage()));
        try {
            // When
            for (String text : List.of("", "", "hunter2", "hunter2", Sender.SECRET, Sender.SECRET, "")) {
                Files.writeString(file, text);
                bell.ring(Sender.delivery(new byte[0]));
                bell.ring(Sender.github(GITHUB));
            }
        } finally {
            logger.setFilter(before);
        }

        // Then
        assertThat(logged).hasSize(3);
    }

    @Test
    void aSecretIsNeverSaid(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secrets"), Sender.SECRET + "\nhunter2\n");

        assertThatThrownBy(HookSecrets.file(file)::now)
                .hasMessageContaining("line 2 of " + file)
                .hasMessageContaining("at least 16 characters")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> HookSecrets.of(List.of("hunter2"))).hasMessageNotContaining("hunter2");
        assertThat(Sender.gitlab(GITLAB))
                .asString()
                .doesNotContain(Sender.SECRET)
                .contains(" bytes");
        HookSecrets secrets = HookSecrets.of(List.of(Sender.SECRET));
        assertThat(new HookSettings(Optional.of(secrets), Watched.anything()) + "" + secrets.now())
                .doesNotContain(Sender.SECRET)
                .contains("***");
    }
}
