package io.holdfast.cli;

import java.util.Collection;
import java.util.Comparator;

/** How things are, for scripts; in the order of gravity, so that several environments exit with their gravest. */
enum Exit {
    CLEAN(0),
    /** Git is ahead of live: something waits to be applied. */
    PENDING(2),
    /** Live was changed behind our back. */
    LIVE_DRIFT(3),
    /** A guardrail, a window or an approval stands before a change. */
    BLOCKED(4),
    DEGRADED(6),
    /** Not everything could be looked at, so nobody can say. */
    NOT_SEEN(7),
    /** The answer did not come in the time there was for it. */
    TIMED_OUT(5),
    /** The question could not be answered at all. */
    ERROR(1),
    /** The question was not understood (sysexits.h, EX_USAGE). */
    USAGE(64);

    private static final int SOMETHING_DIFFERS = 2;

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Folded to 0 for clean, 2 for a difference and 1 for an error, as {@code terraform plan -detailed-exitcode} has it. */
    int folded() {
        return switch (this) {
            case CLEAN -> CLEAN.code;
            case PENDING, LIVE_DRIFT, BLOCKED -> SOMETHING_DIFFERS;
            case DEGRADED, NOT_SEEN, TIMED_OUT, ERROR -> ERROR.code;
            case USAGE -> USAGE.code;
        };
    }

    static Exit gravest(Collection<Exit> exits) {
        return exits.stream().max(Comparator.naturalOrder()).orElse(CLEAN);
    }
}
