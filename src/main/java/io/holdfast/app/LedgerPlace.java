package io.holdfast.app;

import io.holdfast.ledger.LedgerSettings;
import io.holdfast.report.doctor.LedgerRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
        return config.ledger().url().isPresent() || Files.exists(file(config));
    }

    /** How much there is for the embedded ledger; another database's disk is not ours to look at. */
    static Optional<LedgerRoom> room(HoldfastConfig config) {
        if (config.ledger().url().isPresent() || config.sandbox().enabled()) {
            return Optional.empty();
        }
        try {
            Path file = file(config).toAbsolutePath();
            Path there = file;
            while (!Files.exists(there)) {
                there = there.getParent();
            }
            return Optional.of(new LedgerRoom(
                    file.toString(),
                    Files.exists(file) ? Files.size(file) : 0,
                    Files.getFileStore(there).getUsableSpace()));
        } catch (IOException unknown) {
            // The ledger's own finding tells what is wrong with its place.
            return Optional.empty();
        }
    }

    private static Path file(HoldfastConfig config) {
        return config.stateDir().resolve("ledger.mv.db");
    }

    /** A name of its own for every start, because dev mode starts several times in one process. */
    private static LedgerSettings inMemory() {
        return LedgerSettings.inMemory(UUID.randomUUID().toString());
    }
}
