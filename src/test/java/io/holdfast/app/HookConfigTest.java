package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.web.hook.HookSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookConfigTest {
    private static final String WEBHOOK = "holdfast.source.webhook.";

    @TempDir
    private Path folder;

    private static HookSettings settings(String... keysAndValues) {
        return HookConfig.settings(Configs.sandbox(keysAndValues).source());
    }

    @Test
    void withoutASecretThereIsNoWebhook() {
        assertThat(settings().secrets()).isEmpty();
        assertThat(settings(WEBHOOK + "secret", "").secrets()).isEmpty();
    }

    @Test
    void whatIsFollowedIsWhatIsConfigured() {
        HookSettings settings = settings(
                WEBHOOK + "secret",
                "a secret of enough characters",
                "holdfast.source.url",
                "https://git.example.com/acme/estate.git",
                "holdfast.source.branch",
                "trunk",
                "holdfast.source.bindings.staging.branch",
                "develop");

        assertThat(settings.secrets()).isPresent();
        assertThat(settings.watched().refs()).containsExactlyInAnyOrder("refs/heads/trunk", "refs/heads/develop");
        assertThat(settings.watched().repository()).isPresent();
        assertThat(settings(WEBHOOK + "secret", "a secret of enough characters")
                        .watched()
                        .refs())
                .isEmpty();
    }

    @Test
    void aSecretThatIsNoneIsRefusedAtTheStart() throws Exception {
        Path weak = Files.writeString(folder.resolve("weak"), "hunter2\n");

        assertThatThrownBy(() -> settings(WEBHOOK + "secret", "hunter2"))
                .hasMessageContaining(WEBHOOK + "secret: ")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> settings(WEBHOOK + "secret-file", weak.toString()))
                .hasMessageContaining(WEBHOOK + "secret-file: line 1")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() ->
                        settings(WEBHOOK + "secret-file", folder.resolve("none").toString()))
                .hasMessageContaining(WEBHOOK + "secret-file: ")
                .hasMessageContaining("none");
        assertThatThrownBy(() -> settings(WEBHOOK + "secret-file", weak.toString(), WEBHOOK + "secret", "a, b"))
                .hasMessageContaining("which one is meant?");
    }
}
