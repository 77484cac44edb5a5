package io.holdfast.web;

import io.holdfast.ledger.Ledger;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Fault;
import io.holdfast.model.Plan;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.StatusBoard;
import io.holdfast.web.guard.CurrentVisitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps Holdfast itself from working; a drifted or sick environment does not. */
@ApplicationScoped
class Troubles {
    /** That there is trouble, without what it is. */
    static final String DISCREET =
            "something keeps Holdfast from working; GET /api/v1/status says what, to whoever may see every environment";

    private final Reconciler reconciler;
    private final Ledger ledger;
    private final StatusBoard board;
    private final CurrentVisitor visitor;

    Troubles(Reconciler reconciler, Ledger ledger, StatusBoard board, CurrentVisitor visitor) {
        this.reconciler = reconciler;
        this.ledger = ledger;
        this.board = board;
        this.visitor = visitor;
    }

    /** As far as the visitor may know: what AWS or a file says of one environment is not for who sees only another. */
    List<String> all() {
        List<String> all =
                Stream.of(source(), ledger(), aws()).flatMap(Optional::stream).toList();
        return all.isEmpty() || visitor.get().seesEverything() ? all : List.of(DISCREET);
    }

    /** Why the folder of environments could not be read. */
    Optional<String> source() {
        return reconciler.trouble();
    }

    /** Why the ledger takes no write. */
    Optional<String> ledger() {
        return ledger.trouble();
    }

    /**
     * Why nothing at all could be seen of AWS. As long as one environment is seen, the way there and the credentials of
     * the process work, and what is wrong with another stands in its own conditions.
     */
    Optional<String> aws() {
        List<DriftReport> looks = board.all().stream()
                .map(EnvironmentStatus::plan)
                .flatMap(Optional::stream)
                .map(Plan::report)
                .filter(it -> !it.resources().isEmpty())
                .toList();
        boolean anySeen = looks.stream()
                .anyMatch(it -> it.notSeen().size() < it.resources().size());
        return anySeen
                ? Optional.empty()
                : looks.stream()
                        .flatMap(it -> it.notSeen().values().stream())
                        .findFirst()
                        .map(Fault::toString);
    }
}
