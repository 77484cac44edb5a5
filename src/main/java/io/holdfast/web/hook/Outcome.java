package io.holdfast.web.hook;

import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;

/** What became of a delivery. Those who cannot prove who they are all hear the same. */
enum Outcome {
    /** The source is asked to look. */
    FETCH(Status.ACCEPTED, "the source looks now"),
    /** It speaks of something we do not follow. */
    IGNORED(Status.ACCEPTED, "this concerns no branch that is followed here; nothing is done"),
    /** It came before; the source was asked then. */
    REPEATED(Status.ACCEPTED, "this came before; nothing more is done"),
    MALFORMED(Status.BAD_REQUEST, "the body is not a JSON object; nothing is done"),
    UNPROVED(Status.UNAUTHORIZED, "this takes a signature of the body by a secret that is known here"),
    SLOW(Status.REQUEST_TIMEOUT, "the body took too long to come; nothing is done"),
    TOO_LARGE(Status.REQUEST_ENTITY_TOO_LARGE, "a body has at most " + Body.MOST + " bytes; nothing is done"),
    LIMITED(
            Status.TOO_MANY_REQUESTS,
            "too many came at once; nothing is done, and nothing is missed: the source looks by itself"),
    /** Nobody can prove anything now, whoever they are. */
    BLIND(Status.SERVICE_UNAVAILABLE, "the secrets cannot be read at the moment; the log says why");

    private final Status status;
    private final String detail;

    Outcome(Status status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    Status status() {
        return status;
    }

    String detail() {
        return detail;
    }

    boolean isTaken() {
        return status == Status.ACCEPTED;
    }

    /** As metrics and answers name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
