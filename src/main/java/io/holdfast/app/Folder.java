package io.holdfast.app;

import io.holdfast.ledger.Ledger;
import io.holdfast.reconcile.Source;
import java.util.List;
import java.util.Optional;

/** The folder of environments, as the loop reads it. */
final class Folder {
    private Folder() {}

    static Source source(HoldfastConfig config, Ledger ledger) {
        return () -> new Source.Reading(List.of(), Optional.of(config.source().path() + " is not read yet"));
    }
}
