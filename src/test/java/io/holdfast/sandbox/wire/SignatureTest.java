package io.holdfast.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The credential scope says who calls what, and where. */
class SignatureTest {

    @Test
    void theScopeNamesKeyRegionAndService() {
        // Given
        var header =
                "AWS4-HMAC-SHA256 Credential=AKIA1/20260301/eu-central-1/monitoring/aws4_request, SignedHeaders=host, Signature=00";

        // When
        var signature = Signature.of(header);

        // Then
        assertThat(signature).isEqualTo(new Signature("AKIA1", "eu-central-1", "monitoring"));
    }

    @Test
    void anUnsignedRequestIsRefused() {
        // Given
        var header = "";

        // When
        var reading = assertThatThrownBy(() -> Signature.of(header));

        // Then
        reading.isInstanceOfSatisfying(AwsError.class, error -> {
            assertThat(error.status()).isEqualTo(403);
            assertThat(error.code()).isEqualTo("MissingAuthenticationToken");
        });
    }
}
