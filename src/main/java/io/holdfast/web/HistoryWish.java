package io.holdfast.web;

import jakarta.ws.rs.BadRequestException;
import java.util.Optional;

/**
 * That an environment may follow a rewritten history.
 *
 * @param commit the full id of the one head that is meant, as the environment's finding names it
 * @param reason why, for the audit trail
 */
record HistoryWish(Optional<String> commit, Optional<Reason> reason) {
    private static final String COMMIT = "[0-9a-f]{40}|[0-9a-f]{64}";

    HistoryWish {
        if (commit.filter(it -> it.matches(COMMIT)).isEmpty()) {
            throw new BadRequestException("commit must be the full id of the head that is meant: 40 or 64 digits");
        }
        if (reason.isEmpty()) {
            throw new BadRequestException("a reason must be given; it is written down with who gave it");
        }
    }
}
