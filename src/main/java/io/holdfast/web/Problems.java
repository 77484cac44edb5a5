package io.holdfast.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.holdfast.ledger.LedgerUnavailable;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever stops a request into a problem document. */
final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response refused(WebApplicationException refusal, UriInfo uri) {
        if (refusal.getCause() instanceof JsonProcessingException trouble) {
            return unreadable(trouble);
        }
        Response given = refusal.getResponse();
        String title = given.getStatusInfo().getReasonPhrase();
        Response answer =
                answer(given.getStatus(), title, isOurs(refusal) ? refusal.getMessage() : unknown(given.getStatus()));
        // What belongs to the status, such as WWW-Authenticate to 401.
        given.getHeaders().forEach((name, values) -> answer.getHeaders().putIfAbsent(name, values));
        if (given.getStatus() == Status.METHOD_NOT_ALLOWED.getStatusCode()) {
            answer.getHeaders().putSingle(HttpHeaders.ALLOW, AllowedMethods.of(uri.getPath()));
        }
        return answer;
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException trouble) {
        return unreadable(trouble);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException trouble) {
        Status status = Status.BAD_REQUEST;
        return answer(status.getStatusCode(), status.getReasonPhrase(), BodyTrouble.of(trouble));
    }

    /** JAX-RS has no sentence of its own for people. */
    private static boolean isOurs(WebApplicationException refusal) {
        return !refusal.getMessage().startsWith("HTTP ")
                && !refusal.getMessage().startsWith("Unable to find")
                && !refusal.getMessage().contains("@");
    }

    private static String unknown(int status) {
        return switch (Status.fromStatusCode(status)) {
            case NOT_FOUND -> "nothing is at this path; /q/openapi lists what there is";
            case UNSUPPORTED_MEDIA_TYPE -> "a body is sent as application/json; none is sent without a type";
            case METHOD_NOT_ALLOWED -> "this cannot be done with what is at this path; Allow says what can";
            default -> "/q/openapi says what can be asked here, and how";
        };
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
