package io.holdfast.web;

import io.holdfast.access.Visitor;
import io.holdfast.model.Plan;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.StatusBoard;
import io.holdfast.web.guard.CurrentVisitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;

/**
 * The environments as far as the visitor may see them; for whoever may not see one, it is not there. Everything that
 * shows or names environments over HTTP asks here, and not the board itself.
 */
@ApplicationScoped
class Environments {
    private final StatusBoard board;
    private final CurrentVisitor visitor;

    Environments(StatusBoard board, CurrentVisitor visitor) {
        this.board = board;
        this.visitor = visitor;
    }

    List<EnvironmentStatus> all() {
        Visitor who = visitor.get();
        return board.all().stream().filter(it -> who.sees(it.environment())).toList();
    }

    EnvironmentStatus find(String name) {
        return board.find(name).filter(it -> visitor.get().sees(name)).orElseThrow(this::noSuch);
    }

    /** Whether there is one of that name, to be seen or not; for the guard alone. */
    boolean isThere(String name) {
        return board.find(name).isPresent();
    }

    /** One answer for what is not there and for what may not be seen; the name that was asked for is not in it. */
    NotFoundException noSuch() {
        List<String> names = all().stream().map(EnvironmentStatus::environment).toList();
        return new NotFoundException(
                "no environment of this name has been looked at, or you may not see it; you may see " + names);
    }

    /** What the last look at an environment found. */
    Plan plan(String name) {
        EnvironmentStatus status = find(name);
        return status.plan()
                .orElseThrow(
                        () -> new NotFoundException("nobody has looked at " + name + " yet: " + status.whyNoPlan()));
    }
}
