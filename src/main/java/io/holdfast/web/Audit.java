package io.holdfast.web;

import io.holdfast.ledger.Ledger;
import io.holdfast.model.Actor;
import io.holdfast.model.Event;
import io.holdfast.model.Pause;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.web.guard.CurrentVisitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what somebody asked for, before it is done: what cannot be written down is not done, and the ledger's
 * trouble is the answer.
 */
@ApplicationScoped
class Audit {
    private final Ledger ledger;
    private final Environments environments;
    private final CurrentVisitor visitor;
    private final Clock clock;

    Audit(Ledger ledger, Environments environments, CurrentVisitor visitor, Clock clock) {
        this.ledger = ledger;
        this.environments = environments;
        this.visitor = visitor;
        this.clock = clock;
    }

    /**
     * Something was asked of an environment.
     *
     * @param reason one word for machines, such as {@code ReconcileRequested}
     * @param message a sentence for people
     */
    void tell(String environment, String reason, String message) {
        ledger.append(List.of(event(environment, commit(environments.find(environment)), reason, message)));
    }

    /** Something was asked of the whole fleet: every environment's trail tells it, and the fleet's own. */
    void tellAll(String reason, String message) {
        List<Event> events = new ArrayList<>();
        events.add(event(Pause.FLEET, "", reason, message));
        environments.all().forEach(it -> events.add(event(it.environment(), commit(it), reason, message)));
        ledger.append(events);
    }

    private Event event(String environment, String commit, String reason, String message) {
        Event event = new Event(clock.instant(), environment, Optional.empty(), reason, message, commit);
        return event.by(actor());
    }

    private static String commit(EnvironmentStatus status) {
        return status.plan()
                .map(it -> it.report().desired().revision().commit())
                .orElse("");
    }

    /** Who is asking; the guard lets nobody act without a name. */
    Actor actor() {
        return visitor.get().actor().orElseThrow(() -> new IllegalStateException("somebody without a name acts"));
    }
}
