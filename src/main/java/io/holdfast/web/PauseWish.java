package io.holdfast.web;

import jakarta.ws.rs.BadRequestException;
import java.util.Optional;

/**
 * How a standstill is asked for.
 *
 * @param reason why; everybody who finds it wants to know
 * @param until until when; left out, until somebody takes it back
 */
record PauseWish(Optional<Reason> reason, Optional<Deadline> until) {
    static final PauseWish NOTHING = new PauseWish(Optional.empty(), Optional.empty());

    String because() {
        return reason.map(Reason::text)
                .orElseThrow(() -> new BadRequestException(
                        "reason is missing: whoever finds this wants to know why; nothing was done"));
    }
}
