package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.desired.git.GitSettings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        for (String key : List.of("branch", "bindings.labs.branch")) {
            for (String branch : List.of("a..b", "-x", "a b", "refs/heads/main", "a.lock")) {
                assertThat(refused("url", HTTPS, key, branch))
                        .isEqualTo("holdfast.source." + key + ": not the name of a branch; found " + branch
                                + "; allowed: the short name of one, as git writes it, such as main");
            }
        }
        for (String key : List.of("path", "bindings.labs.path")) {
            for (String path : List.of("../estate", "estate/../../x", ".git/hooks", "x/.GIT")) {
                assertThat(refused("url", HTTPS, key, path))
                        .isEqualTo("holdfast.source." + key + ": not a folder of a repository; found " + path
                                + "; allowed: one below its root, without .. and .git");
            }
        }
    }

    @Test
    void anEnvironmentThatCannotBeIsNotBound() {
        for (String name : List.of("Staging", "a_b", "a.b", "-a")) {
            String key = "bindings.\"" + name + "\".branch";
            assertThat(refused("url", HTTPS, key, "develop"))
                    .isEqualTo("holdfast.source.bindings." + name + ": not a name for an environment; allowed: 1 to 63"
                            + " lower-case letters, digits and hyphens");
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
        for (String limit : List.of("bytes", "objects")) {
            assertThat(refused("url", HTTPS, "limits." + limit, "-1"))
                    .isEqualTo("holdfast.source.limits." + limit + " lets nothing through; found -1; allowed: above 0");
        }
        assertThat(refused("url", HTTPS, "limits.time", "0s")).startsWith("holdfast.source.limits.time lets nothing");
        for (String never : List.of("0s", "-5s")) {
            assertThat(refused("url", HTTPS, "poll-interval", never))
                    .startsWith("holdfast.source.poll-interval is no time at all; found ")
                    .endsWith("; allowed: above 0, such as 30s");
        }
        assertThatThrownBy(() -> settings("url", HTTPS, "limits.bytes", "many"))
                .hasMessageContaining("holdfast.source.limits.bytes")
                .hasMessageContaining("many");
    }

    @Test
    void everyKeyAndItsDefaultStandInTheDocumentation() throws Exception {
        // Given
        Map<String, String> keys = new TreeMap<>();
        ConfigClass.configClass(HoldfastConfig.class).getProperties().forEach((key, value) -> {
            if (key.startsWith("holdfast.source.") && !key.endsWith("[*]")) {
                keys.put(key.substring("holdfast.source.".length()).replace("*", "NAME"), value);
            }
        });

        // When
        Map<String, String> documented = new TreeMap<>();
        Files.readAllLines(Path.of("docs/git-source.md")).stream()
                .dropWhile(it -> !it.equals("## Every key"))
                .filter(it -> it.startsWith("| `") && !it.startsWith("| `holdfast."))
                .map(it -> it.split(" *\\| *", -1))
                .forEach(it -> documented.put(it[1].replace("`", ""), it[2]));

        // Then
        assertThat(documented).containsOnlyKeys(keys.keySet());
        keys.forEach((key, value) -> {
            if (value != null) {
                assertThat(documented.get(key)).as(key).isEqualTo("`" + value + "`");
            }
        });
    }

    @Test
    void aKeyThatNobodyReadsIsRefused() {
        assertThatThrownBy(() -> settings("url", HTTPS, "brnach", "main"))
                .hasMessageContaining("holdfast.source.brnach");
    }
}
