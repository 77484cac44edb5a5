package io.holdfast.web;

import io.holdfast.ledger.Ledger;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Fault;
import io.holdfast.model.Plan;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.StatusBoard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps Holdfast itself from working; a drifted or sick environment does not. */
@ApplicationScoped
class Troubles {
    private final Reconciler reconciler;
    private final Ledger ledger;
    private final StatusBoard board;

    Troubles(Reconciler reconciler, Ledger ledger, StatusBoard board) {
        this.reconciler = reconciler;
        this.ledger = ledger;
        this.board = board;
    }

    List<String> all() {
        return Stream.of(source(), ledger(), aws()).flatMap(Optional::stream).toList();
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
