package io.holdfast.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded database. */
class H2AnswersTest extends AnswersContract {
    @TempDir
    Path folder;

    @Override
    LedgerSettings settings() {
        return LedgerSettings.embedded(folder.resolve("state"));
    }
}
