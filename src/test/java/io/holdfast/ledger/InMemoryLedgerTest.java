package io.holdfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.model.Memory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The double keeps to the contract of the real ledgers, and breaks it on demand. */
class InMemoryLedgerTest extends LedgerContract {
    private final InMemoryLedger ledger = new InMemoryLedger(KEPT);

    @Override
    Ledger ledger() {
        return ledger;
    }

    @Override
    Ledger reopened() {
        return ledger;
    }

    @Test
    void refusesAsManyCallsAsItWasAskedTo() {
        // Given
        ledger.failNext(2);

        // When
        assertThatThrownBy(() -> ledger.keep(everything("backend"))).isInstanceOf(LedgerUnavailable.class);
        assertThatThrownBy(() -> ledger.recall("production")).isInstanceOf(LedgerUnavailable.class);

        // Then
        assertThat(ledger.recall("production")).isEqualTo(Memory.empty());
    }

    @Test
    void tellsOfAWriteBeforeItIsMade() {
        // Given
        List<String> seen = new ArrayList<>();
        ledger.beforeEachWrite(attempted -> {
            seen.add(attempted);
            throw new IllegalStateException("killed");
        });

        // When
        assertThatThrownBy(() -> ledger.keep(everything("backend"))).hasMessage("killed");

        // Then
        assertThat(seen).containsExactly("keep production/service/backend");
        assertThat(ledger.recall("production")).isEqualTo(Memory.empty());
    }
}
