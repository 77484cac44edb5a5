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
                "default.redis7.cluster.on"
            })
    void whatAnEstateIsFullOfIsNoSecret(String value) {
        // Given a value, when it is judged, then
        assertThat(Discretion.shown("name", value)).contains(value);
    }
}
