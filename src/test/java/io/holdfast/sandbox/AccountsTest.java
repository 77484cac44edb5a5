package io.holdfast.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An access key leads to one account, always the same. */
class AccountsTest {

    @ParameterizedTest
    @CsvSource({
        "test, 123456789012",
        "AKIAIOSFODNN7EXAMPLE, 123456789012",
        "210987654321, 210987654321",
        "ASIA210987654321AB12, 210987654321",
        "2109876543210, 123456789012"
    })
    void theKeyChoosesTheAccount(String key, String expected) {
        // Given the key

        // When
        var account = Accounts.of(key);

        // Then
        assertThat(account).isEqualTo(expected);
    }
}
