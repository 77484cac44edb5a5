package io.holdfast.app;

import io.holdfast.desired.LastGood;
import io.holdfast.desired.Sources;
import io.holdfast.ledger.Ledger;
import io.holdfast.ledger.LedgerUnavailable;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * What loaded last, kept in the ledger, and read from it once: the folder is looked at every few seconds. A ledger that
 * is away is asked again at the next look; its own health check tells a person.
 */
final class LedgerLastGood implements LastGood {
    private static final Logger LOG = Logger.getLogger(LedgerLastGood.class);

    private final Ledger ledger;
    private final Map<String, Optional<Sources>> known = new TreeMap<>();
    private boolean isAway;

    LedgerLastGood(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public synchronized void save(Sources sources) {
        try {
            ledger.saveSources(io.holdfast.ledger.Sources.of(
                    sources.environment(), sources.revision(), sources.path(), sources.files()));
            known.put(sources.environment(), Optional.of(sources));
            isAway = false;
        } catch (LedgerUnavailable away) {
            LOG.logf(
                    isAway ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "%s; tried again at each look at the folder",
                    away.getMessage());
            isAway = true;
        }
    }

    @Override
    public synchronized Optional<Sources> load(String environment) {
        if (!known.containsKey(environment)) {
            try {
                known.put(environment, ledger.loadSources(environment).map(LedgerLastGood::asDesired));
            } catch (LedgerUnavailable away) {
                LOG.debugf("%s; asked again at the next look at the folder", away.getMessage());
                return Optional.empty();
            }
        }
        return known.get(environment);
    }

    @Override
    public synchronized SortedSet<String> environments() {
        try {
            return ledger.sourcedEnvironments();
        } catch (LedgerUnavailable away) {
            LOG.debugf("%s; those known so far stay in force", away.getMessage());
            return new TreeSet<>(known.keySet());
        }
    }

    private static Sources asDesired(io.holdfast.ledger.Sources kept) {
        return new Sources(kept.environment(), kept.revision(), kept.path(), kept.files());
    }
}
