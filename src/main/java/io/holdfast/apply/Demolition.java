package io.holdfast.apply;

import io.holdfast.model.Actuator;
import io.holdfast.model.Change;
import io.holdfast.model.Digest;
import io.holdfast.model.Observed;
import io.holdfast.model.Removal;
import java.time.Instant;

/** One change being made that takes a resource away. */
final class Demolition<S> {
    private final Change change;
    private final Observed.Present<S> live;
    private final Journal journal;

    Demolition(Change change, Observed.Present<S> live, Journal journal) {
        this.change = change;
        this.live = live;
        this.journal = journal;
    }

    Applied run(Actuator<S> actuator) {
        Removal<S> removal = new Removal<>(change.id(), change.subject().key(), live, token());
        return new Steps(change, journal).run(step -> actuator.delete(removal, step));
    }

    /** The same for every attempt at this deletion, another one for the next resource of that name. */
    private String token() {
        Instant since = change.stray()
                .map(it -> it.straying().since())
                .orElseGet(() -> change.subject().memory().since().getOrDefault("", Instant.EPOCH));
        return Digest.of(change.id() + "\n" + change.subject().key() + "\n"
                + live.facts().arn() + "\n" + since);
    }
}
