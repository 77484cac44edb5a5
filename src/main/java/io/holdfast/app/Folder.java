package io.holdfast.app;

import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.EnvironmentLoad;
import io.holdfast.desired.Load;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Place;
import io.holdfast.ledger.Ledger;
import io.holdfast.model.Flaws;
import io.holdfast.reconcile.Loaded;
import io.holdfast.reconcile.Source;
import java.nio.file.Path;

/** A place of environments, as the loop reads it. */
final class Folder implements Source {
    private final DesiredSource source;

    Folder(Path folder, Ledger ledger) {
        this.source = new DesiredSource(folder, Kinds.all(), new LedgerLastGood(ledger));
    }

    Folder(Place place, Ledger ledger) {
        this.source = new DesiredSource(place, Kinds.all(), new LedgerLastGood(ledger));
    }

    @Override
    public Reading read() {
        Load load = source.load();
        return new Reading(
                load.environments().entrySet().stream()
                        .map(it -> loaded(it.getKey(), it.getValue()))
                        .toList(),
                load.trouble().map(Finding::text));
    }

    private static Loaded loaded(String environment, EnvironmentLoad load) {
        return new Loaded(
                environment,
                load.inForce(),
                new Flaws(
                        load.flawed(),
                        load.findings().stream().map(Finding::text).toList()));
    }
}
