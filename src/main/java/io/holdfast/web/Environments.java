package io.holdfast.web;

import io.holdfast.model.Plan;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.StatusBoard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;

/** Finds what a path names, or says what there is. */
@ApplicationScoped
class Environments {
    private final StatusBoard board;

    Environments(StatusBoard board) {
        this.board = board;
    }

    List<EnvironmentStatus> all() {
        return board.all();
    }

    EnvironmentStatus find(String name) {
        return board.find(name)
                .orElseThrow(() -> new NotFoundException("no environment " + name + " has been looked at; there is "
                        + board.all().stream()
                                .map(EnvironmentStatus::environment)
                                .toList()));
    }

    /** What the last look at an environment found. */
    Plan plan(String name) {
        EnvironmentStatus status = find(name);
        return status.plan()
                .orElseThrow(() -> new NotFoundException("no desired state of " + name
                        + " has ever loaded, so nobody looked: " + String.join("; ", status.problems())));
    }
}
