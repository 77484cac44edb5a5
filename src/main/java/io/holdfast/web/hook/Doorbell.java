package io.holdfast.web.hook;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Decides what becomes of a delivery, from its bytes alone. */
final class Doorbell {
    private static final Logger LOG = Logger.getLogger(Doorbell.class);

    private final HookSecrets secrets;
    private final Watched watched;
    private final Wakeable source;
    private final Repeats repeats;
    /** What was logged last of the secrets; empty while they can be read. Anybody may make us look, at any rate. */
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    Doorbell(HookSecrets secrets, Watched watched, Wakeable source, Clock clock) {
        this.secrets = secrets;
        this.watched = watched;
        this.source = source;
        this.repeats = new Repeats(clock);
    }

    Outcome ring(Delivery delivery) {
        List<HookSecret> known;
        try {
            known = secrets.now();
            isNews("");
        } catch (IOException unreadable) {
            if (isNews(unreadable.toString())) {
                LOG.warnf(
                        "deliveries to %s are turned away, and the source looks by itself: %s",
                        HookDoor.PATH, unreadable);
            }
            return Outcome.BLIND;
        }
        if (!Proof.isGiven(delivery, known)) {
            return Outcome.UNPROVED;
        }
        return News.of(delivery).map(news -> heard(delivery, news)).orElse(Outcome.MALFORMED);
    }

    private boolean isNews(String now) {
        return !now.equals(trouble.getAndSet(now));
    }

    private Outcome heard(Delivery delivery, News news) {
        if (!watched.isConcernedBy(news)) {
            return Outcome.IGNORED;
        }
        if (repeats.isKnown(delivery)) {
            return Outcome.REPEATED;
        }
        source.wake();
        return Outcome.FETCH;
    }
}
