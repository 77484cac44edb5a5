package io.holdfast.web;

import io.holdfast.ledger.LedgerUnavailable;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever stops a request into a problem document. */
final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response refused(WebApplicationException refusal) {
        Response given = refusal.getResponse();
        String title = given.getStatusInfo().getReasonPhrase();
        Response answer =
                answer(given.getStatus(), title, isOurs(refusal) ? refusal.getMessage() : unknown(given.getStatus()));
        // What belongs to the status: Allow to 405, WWW-Authenticate to 401.
        given.getHeaders().forEach((name, values) -> answer.getHeaders().putIfAbsent(name, values));
        return answer;
    }

    /** JAX-RS has no sentence of its own for people. */
    private static boolean isOurs(WebApplicationException refusal) {
        return !refusal.getMessage().startsWith("HTTP ")
                && !refusal.getMessage().startsWith("Unable to find");
    }

    private static String unknown(int status) {
        return status == Status.NOT_FOUND.getStatusCode()
                ? "nothing is at this path; /q/openapi lists what there is"
                : "/q/openapi says what can be asked here, and how";
    }

    /** What cannot be written down is not done, and what cannot be read is not made up. */
    @ServerExceptionMapper
    Response withoutLedger(LedgerUnavailable away) {
        LOG.warnf("a request could not be answered: %s", away.getMessage());
        Status status = Status.SERVICE_UNAVAILABLE;
        return answer(
                status.getStatusCode(),
                status.getReasonPhrase(),
                "the ledger cannot be used at the moment, so nothing was done; the log of Holdfast says why");
    }

    /** What we did not foresee is told in the log; a stranger learns only that it is our fault. */
    @ServerExceptionMapper
    Response broken(RuntimeException defect) {
        LOG.error("a request could not be answered", defect);
        Status status = Status.INTERNAL_SERVER_ERROR;
        return answer(status.getStatusCode(), status.getReasonPhrase(), "the log of Holdfast says why");
    }

    static Response answer(int status, String title, String detail) {
        return Response.status(status)
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(ProblemDocument.of(status, title, detail))
                .build();
    }
}
