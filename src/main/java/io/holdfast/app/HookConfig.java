package io.holdfast.app;

import io.holdfast.web.hook.HookSecrets;
import io.holdfast.web.hook.HookSettings;
import io.holdfast.web.hook.Watched;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What an operator says of the webhook, as its room wants it. */
final class HookConfig {
    private static final String SECRET = "holdfast.source.webhook.secret";
    private static final String SECRET_FILE = "holdfast.source.webhook.secret-file";

    private HookConfig() {}

    /** @throws IllegalArgumentException when a key says what it may not, with the key in the message and no secret */
    static HookSettings settings(HoldfastConfig.Source source) {
        HoldfastConfig.Webhook webhook = source.webhook();
        if (webhook.secret().isPresent() && webhook.secretFile().isPresent()) {
            throw new IllegalArgumentException(SECRET + " and " + SECRET_FILE + " are both there; which one is meant?");
        }
        Optional<HookSecrets> secrets = webhook.secretFile()
                .map(HookConfig::file)
                .or(() -> webhook.secret().map(it -> named(SECRET, () -> HookSecrets.of(it))));
        return new HookSettings(
                secrets,
                source.url()
                        .map(it ->
                                Watched.branches(it, GitConfig.bindings(source).branches()))
                        .orElseGet(Watched::anything));
    }

    /** Whatever is wrong with it is said at the start, and not to whoever pushes first. */
    private static HookSecrets file(Path file) {
        HookSecrets secrets = HookSecrets.file(file);
        return named(SECRET_FILE, () -> {
            secrets.now();
            return secrets;
        });
    }

    private interface Reading {
        HookSecrets secrets() throws IOException;
    }

    private static HookSecrets named(String key, Reading reading) {
        try {
            return reading.secrets();
        } catch (IOException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(key + ": " + wrong.getMessage(), wrong);
        }
    }
}
