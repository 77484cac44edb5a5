package io.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in the environment of the process is read, or refused at the start. */
class KnownKeysTest {
    private static final Map<String, String> FILE =
            Map.of("holdfast.source.bindings.sandbox-eu.path", "labs", "holdfast.auth.tokens.my-ci.roles", "viewer@*");

    private static String start(String... variables) {
        Map<String, String> environment = new LinkedHashMap<>();
        Stream.of(variables).forEach(it -> environment.put(it, "off"));
        try {
            KnownKeys.refuseOthers(new SmallRyeConfigBuilder()
                    .withSources(new EnvConfigSource(environment, 300), new PropertiesConfigSource(FILE, "file", 100))
                    .addDiscoveredConverters()
                    .addDefaultInterceptors()
                    .build()
                    .getPropertyNames());
            return "taken";
        } catch (IllegalArgumentException refused) {
            return refused.getMessage();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOLDFAST_SOURCE_SIGNATURE",
                "HOLDFAST_SOURCE_SIGNERS",
                "HOLDFAST_SOURCE_SIGNERS_PGP",
                "HOLDFAST_SOURCE_POLL_INTERVALL",
                "HOLDFAST_SOURCE_BINDINGS_STAGING",
                "HOLDFAST_SOURCE_BINDINGS_STAGING_BRNACH",
                "HOLDFAST_SOURCE_BINDINGS_LABS_EU_BRANCH",
                "HOLDFAST_SOURCE_WEBHOOK_SECRETFILE",
                "HOLDFAST_AWS_ENDPIONT",
                "HOLDFAST_AUTH_TOKENS_CI_EXPIRE_AT",
                "HOLDFAST_AUTH_TOKENS_CI_ROLE",
                "HOLDFAST_AUTH_TOKENS_CI",
                "HOLDFAST_AUTH_ANONYMOUS_READ",
                "HOLDFAST_AUTH_OIDC_CLAIM"
            })
    void aVariableNobodyReadsIsRefused(String variable) {
        assertThat(start("HOLDFAST_SOURCE_URL", "HOLDFAST_AUTH_TOKENS_CI_HASH", variable))
                .startsWith(variable + " is read by nobody; behind HOLDFAST_");
    }

    @Test
    void theRefusalNamesWhatThereIs() {
        assertThat(start("HOLDFAST_SOURCE_SIGNATURE"))
                .contains("; behind HOLDFAST_SOURCE_ there is BINDINGS_NAME_BRANCH, BINDINGS_NAME_PATH, BRANCH, CA, ")
                .contains(", SIGNATURES, SIGNERS_GPG, SIGNERS_SSH, ")
                .doesNotContain("AUTH");
        assertThat(start("HOLDFAST_AUTH_TOKENS_CI_EXPIRE_AT")).contains("TOKENS_NAME_EXPIRES_AT");
    }

    @Test
    void variablesThatAreReadAreNotRefused() {
        assertThat(start(
                        "HOLDFAST_SOURCE_URL",
                        "HOLDFAST_SOURCE_SIGNATURES",
                        "HOLDFAST_SOURCE_SIGNERS_GPG",
                        "HOLDFAST_SOURCE_SIGNERS_SSH_1_",
                        "HOLDFAST_SOURCE_TOKEN_FILE",
                        "HOLDFAST_SOURCE_LIMITS_TIME",
                        "HOLDFAST_SOURCE_SSH_KNOWN_HOSTS",
                        "HOLDFAST_SOURCE_BINDINGS_STAGING_BRANCH",
                        "HOLDFAST_SOURCE_BINDINGS_SANDBOX_EU_BRANCH",
                        "HOLDFAST_AWS_ENDPOINT",
                        "HOLDFAST_LEDGER_PASSWORD",
                        "HOLDFAST_SANDBOX_ENABLED",
                        "HOLDFAST_AUTH_TOKENS_CI_HASH",
                        "HOLDFAST_AUTH_TOKENS_CI_HASH_0_",
                        "HOLDFAST_AUTH_TOKENS_CI_ROLES",
                        "HOLDFAST_AUTH_TOKENS_CI_EXPIRES_AT",
                        "HOLDFAST_AUTH_TOKENS_MY_CI_HASH",
                        "HOLDFAST_AUTH_ANONYMOUS_READS",
                        "HOLDFAST_AUTH_OIDC_ROLES_SRE",
                        "HOLDFAST_AUTHORITY",
                        "HOLDFAST_STATE_DIR",
                        "HOLDFAST_SERVICE_HOST",
                        "HOLDFAST_TOKEN"))
                .isEqualTo("taken");
    }
}
