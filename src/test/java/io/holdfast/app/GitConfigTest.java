package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.desired.git.GitSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator may say of a repository; what they may not is said at the start, with the key it stands under. */
class GitConfigTest {
    private static final String HTTPS = "https://git.example.com/acme/estate";
    private static final String SSH = "ssh://git@git.example.com/acme/estate";

    @TempDir
    private Path folder;

    private static Optional<GitSettings> settings(String... keysAndValues) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            all.add("holdfast.source." + keysAndValues[i]);
            all.add(keysAndValues[i + 1]);
        }
        return GitConfig.settings(Configs.sandbox(all.toArray(String[]::new)));
    }

    private static String refused(String... keysAndValues) {
        try {
            return "taken: " + settings(keysAndValues);
        } catch (IllegalArgumentException refusal) {
            return refusal.getMessage();
        }
    }

    @Test
    void withoutAnAddressThereIsAPlainFolder() {
        assertThat(settings("path", folder.toString())).isEmpty();
    }

    @Test
    void whatIsNotSaidIsAsTheReadmeSays() {
        HoldfastConfig.Source source = Configs.sandbox(
                        "holdfast.source.url", HTTPS, "holdfast.source.poll-interval", "")
                .source();
        GitSettings settings = settings("url", HTTPS).orElseThrow();

        assertThat(settings.bindings().others()).hasToString("environments/ of branch main");
        assertThat(settings.limits().bytes()).isEqualTo(500_000_000);
        assertThat(settings.limits().objects()).isEqualTo(500_000);
        assertThat(settings.limits().time()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.keys().credentials()).hasToString("none");
        assertThat(GitConfig.interval(source)).isEqualTo(Duration.ofSeconds(30));
        assertThat(GitConfig.interval(
                        Configs.sandbox("holdfast.source.poll-interval", "").source()))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aBindingLeavesOutWhatIsAsForAllOthers() {
        GitSettings settings = settings(
                        "url", HTTPS,
                        "branch", "trunk",
                        "path", "estate/",
                        "bindings.staging.branch", "develop",
                        "bindings.labs.path", "/labs")
                .orElseThrow();

        assertThat(settings.bindings().named().get("staging")).hasToString("estate/ of branch develop");
        assertThat(settings.bindings().named().get("labs")).hasToString("labs/ of branch trunk");
    }

    @Test
    void addressesThatMayNotBeAskedAreRefusedWithThoseThatMay() {
        for (String url : List.of(
                "http://git.example.com/estate",
                "git://git.example.com/estate",
                "ext::sh -c id",
                "https://git.example.com",
                "https://169.254.169.254/latest",
                "file://elsewhere/estate",
                "ssh://-oProxyCommand=id/estate")) {
            assertThat(refused("url", url))
                    .as(url)
                    .startsWith("holdfast.source.url ")
                    .contains("; allowed: https://");
        }
        assertThat(refused("url", "https://ana:hunter2@git.example.com/estate"))
                .contains("holdfast.source.token-file")
                .doesNotContain("hunter2");
        assertThat(refused("url", "ssh://git:hunter2@git.example.com/estate"))
                .contains("holdfast.source.ssh.key")
                .doesNotContain("hunter2");
    }

    @Test
    void branchesAndFoldersThatAreNoneAreRefused() {
        for (String branch : List.of("a..b", "-x", "a b", "refs/heads/.hidden", "a.lock")) {
            assertThat(refused("url", HTTPS, "branch", branch))
                    .startsWith("holdfast.source")
                    .endsWith("not the name of a branch: " + branch);
        }
        for (String path : List.of("../estate", "estate/../../x", ".git/hooks", "x/.GIT")) {
            assertThat(refused("url", HTTPS, "path", path))
                    .startsWith("holdfast.source")
                    .endsWith("not a folder of a repository: " + path);
            assertThat(refused("url", HTTPS, "bindings.labs.path", path)).endsWith(path);
        }
    }

    @Test
    void keysThatDoNotGoTogetherAreRefused() {
        assertThat(refused("url", HTTPS, "token", "hunter2", "token-file", "/run/token"))
                .contains("holdfast.source.token and holdfast.source.token-file are both there")
                .doesNotContain("hunter2");
        assertThat(refused("url", SSH)).contains("takes holdfast.source.ssh.key and holdfast.source.ssh.known-hosts");
        assertThat(refused("url", SSH, "ssh.key", "/run/id")).contains("go together, and one is missing");
        assertThat(refused("url", SSH, "ssh.known-hosts", "/run/known")).contains("go together, and one is missing");
        assertThat(refused(
                        "url", SSH, "ssh.key", "/run/id", "ssh.known-hosts", "/run/known", "token-file", "/run/token"))
                .contains("holdfast.source.token-file are for https alone");
        assertThat(refused("url", folder.toString(), "token", "hunter2"))
                .contains("are for https alone")
                .doesNotContain("hunter2");
    }

    @Test
    void certificatesThatAreNoneAreRefused() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path text = Files.writeString(folder.resolve("text.pem"), "-----BEGIN CERTIFICATE-----\nnonsense\n");
        Path missing = folder.resolve("missing.pem");

        assertThat(refused("url", HTTPS, "ca", empty.toString()))
                .isEqualTo("holdfast.source.ca: " + empty + " holds no certificate");
        assertThat(refused("url", HTTPS, "ca", text.toString()))
                .startsWith("holdfast.source.ca: " + text + " cannot be read as certificates");
        assertThat(refused("url", HTTPS, "ca", missing.toString()))
                .startsWith("holdfast.source.ca: " + missing + " cannot be read as certificates");
    }

    @Test
    void limitsThatLetNothingThroughAreRefused() {
        assertThat(refused("url", HTTPS, "limits.bytes", "0"))
                .contains("holdfast.source.limits")
                .contains("above 0");
        assertThat(refused("url", HTTPS, "limits.objects", "-1")).contains("holdfast.source.limits");
        assertThat(refused("url", HTTPS, "limits.time", "0s")).contains("holdfast.source.limits");
        assertThatThrownBy(() -> settings("url", HTTPS, "limits.bytes", "many"))
                .hasMessageContaining("holdfast.source.limits.bytes")
                .hasMessageContaining("many");
    }

    @Test
    void aKeyThatNobodyReadsIsRefused() {
        assertThatThrownBy(() -> settings("url", HTTPS, "brnach", "main"))
                .hasMessageContaining("holdfast.source.brnach");
    }
}
