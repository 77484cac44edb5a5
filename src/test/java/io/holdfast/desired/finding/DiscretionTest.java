package io.holdfast.desired.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscretionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD",
                "DB_PASSWORD2",
                "api_key_1",
                "PGPASSWORD",
                "password",
                "dbPassword",
                "JWT_SECRET",
                "SENDGRID_API_KEY",
                "sendgridApiKey",
                "GITHUB_TOKEN",
                "SENTRY_DSN",
                "DB_PASS",
                "smtp.pass",
                "DBPASS",
                "DB_PW",
                "SECRET_KEY_BASE",
                "NEW_RELIC_LICENSE_KEY",
                "SESSION_KEY",
                "ADMIN_CREDS",
                "splunk-token",
                "tls.private_key"
            })
    void aNameThatEndsInTheWordForASecretIsOne(String name) {
        // Given a name, when it is judged, then
        assertThat(Discretion.isSecretName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET_NAME",
                "TOKEN_TTL_SECONDS",
                "PASSWORD_MIN_LENGTH",
                "DB_PASSWORD_SECRET_ARN",
                "PLAID_CLIENT_ID",
                "MONKEY",
                "COMPASS",
                "BYPASS",
                "PASS_THROUGH",
                "PARTITION_KEY",
                "PUBLIC_KEY",
                "NODE_ENV"
            })
    void aNameThatOnlySpeaksOfSecretsIsNone(String name) {
        // Given a name, when it is judged, then
        assertThat(Discretion.isSecretName(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIAIOSFODNN7EXAMPLE",
                "-----BEGIN RSA PRIVATE KEY-----",
                "postgres://app:hunter2@db:5432/app",
                "xoxb-1234",
                "redis://:hunter2@cache:6379",
                "Server=db;User Id=sa;Password=hunter2;",
                "jdbc:postgresql://db/app?user=app&password=hunter2",
                "--password=hunter2",
                "glpat-abcdefghij0123456789",
                "npm_abcdefghijklmnopqrstuvwxyz0123456789",
                "sk-proj-abcdefghijklmnop0123",
                "https://hooks.slack.com/services/T0000/B0000/abcd",
                "Basic dXNlcjpodW50ZXIy",
                "bearer abcdefgh12345678",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x"
            })
    void theShapeOfACredentialIsKnown(String value) {
        // Given a value, when it is judged, then
        assertThat(Discretion.isSecretShape(value)).isTrue();
        assertThat(Discretion.shown("name", value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:role/rupaya-ecs-execution-staging",
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/rupaya-backend-staging:latest",
                "9f2c1e7aa64e1d2c9a0b8c7d6e5f4a3b2c1d0e9f",
                "https://api.rupaya.com/health",
                "curl -fsS http://localhost:3000/health || exit 1",
                "default.redis7.cluster.on",
                "Basic authentication is off",
                "redis://cache:6379/0"
            })
    void whatAnEstateIsFullOfIsNoSecret(String value) {
        // Given a value, when it is judged, then
        assertThat(Discretion.shown("name", value)).contains(value);
    }

    /** What a shell or a template puts there is no secret yet, though it is not quoted either. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve --password=$DB_PASSWORD --token=\"${TOKEN}\"",
                "/callback?token={token}&password=",
                "key=value"
            })
    void whatIsPutInLaterIsNoSecretYet(String value) {
        // Given a value, when it is judged, then
        assertThat(Discretion.isSecretShape(value)).isFalse();
    }
}
