package io.holdfast.app;

import io.holdfast.ledger.LedgerSettings;
import java.nio.file.Files;
import java.util.UUID;

/** Where the ledger of this process is. */
final class LedgerPlace {
    private LedgerPlace() {}

    /**
     * The configured database, else a file in the state folder. Over the sandbox, memory: its AWS is gone when the process
     * ends, and a ledger that outlived it would take every resource for one that vanished.
     */
    static LedgerSettings of(HoldfastConfig config) {
        HoldfastConfig.Ledger ledger = config.ledger();
        return ledger.url()
                .map(url -> new LedgerSettings(
                        url, ledger.user().orElse("sa"), ledger.password().orElse("")))
                .orElseGet(() -> config.sandbox().enabled() ? inMemory() : LedgerSettings.embedded(config.stateDir()));
    }

    /** Whether there is a ledger that could be asked; a look from outside must not make one. */
    static boolean isThere(HoldfastConfig config) {
        return config.ledger().url().isPresent()
                || Files.exists(config.stateDir().resolve("ledger.mv.db"));
    }

    /** A name of its own for every start, because dev mode starts several times in one process. */
    private static LedgerSettings inMemory() {
        return new LedgerSettings("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
}
