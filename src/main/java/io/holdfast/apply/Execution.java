package io.holdfast.apply;

import io.holdfast.model.Actuator;
import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Digest;
import io.holdfast.model.Observed;
import io.holdfast.model.Order;
import io.holdfast.model.Resolution;
import io.holdfast.model.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One change being made that brings a resource nearer to its declaration. */
final class Execution<S> {
    private final Change change;
    private final Resolution<S> resolution;
    private final Optional<Observed.Present<S>> live;
    private final Journal journal;
    private final Map<String, String> tags;

    Execution(
            Change change, Resolution<S> resolution, Observed<S> observed, Journal journal, Map<String, String> tags) {
        this.change = change;
        this.resolution = resolution;
        this.live = observed.present();
        this.journal = journal;
        this.tags = tags;
    }

    Applied run(Actuator<S> actuator) {
        Order<S> order = new Order<>(change.id(), resolution.declared().state(), live, tags, token());
        if (change.action() == Action.CREATE) {
            return journal.create(order.token(), () -> actuator.create(order));
        }
        if (change.action() == Action.ADOPT) {
            return journal.call(String.join(", ", change.calls()), List.of(), () -> actuator.adopt(order));
        }
        return new Steps(change, journal).run(step -> actuator.update(order.withholding(withheldFrom(step)), step));
    }

    private Set<String> withheldFrom(Step step) {
        return change.drift().map(it -> it.withheldFrom(step)).orElseGet(Set::of);
    }

    /**
     * The same for every retry of the same wish, also after a crash; another one once the resource has been there and
     * gone again, because AWS may answer a token it has seen with what it made then.
     */
    private String token() {
        Instant missingSince = change.subject().memory().since().getOrDefault("", Instant.EPOCH);
        return Digest.of(change.id() + "\n" + change.subject().digest() + "\n" + missingSince);
    }
}
