package io.holdfast.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.access.AccessSettings;
import io.holdfast.access.Admission;
import io.holdfast.access.Role;
import io.holdfast.access.Visitor;
import io.holdfast.access.Wish;
import io.holdfast.web.guard.CurrentVisitor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;

/**
 * Guards what the framework serves under {@code /q}. Health is open, because whoever restarts us has no token; metrics
 * name every environment, so that they are for whoever may see all of them; the rest is for whoever may read anything.
 */
@ApplicationScoped
class FrameworkPages {
    /** Behind the handlers that find out who it is, which have -200 and -100, and before everything that answers. */
    private static final int ORDER = -50;

    private static final String ALL = "/q/*";
    private static final String HEALTH = "/q/health";
    private static final String METRICS = "/q/metrics";

    private final AccessSettings access;
    private final CurrentVisitor visitor;
    private final ObjectMapper mapper;

    FrameworkPages(AccessSettings access, CurrentVisitor visitor, ObjectMapper mapper) {
        this.access = access;
        this.visitor = visitor;
        this.mapper = mapper;
    }

    void guard(@Observes Router router) {
        router.route(ALL).order(ORDER).handler(this::admit);
    }

    private void admit(RoutingContext request) {
        Admission admission = admission(request.normalizedPath(), visitor.of(request));
        switch (admission) {
            case GRANTED -> request.next();
            case WHO_ARE_YOU -> {
                request.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                refuse(request, Status.UNAUTHORIZED, Guard.WHO_ARE_YOU);
            }
            case CANNOT_TELL -> refuse(request, Status.SERVICE_UNAVAILABLE, Guard.CANNOT_TELL);
            case FORBIDDEN, NO_SUCH_ENVIRONMENT ->
                refuse(request, Status.FORBIDDEN, "this takes the role viewer, for metrics in every environment");
        }
    }

    private Admission admission(String path, Visitor who) {
        if (isOrIsUnder(HEALTH, path)) {
            return Admission.GRANTED;
        }
        boolean isMetrics = isOrIsUnder(METRICS, path);
        if (isMetrics && access.anonymousMetrics()) {
            return Admission.GRANTED;
        }
        Admission toRead = Admission.of(who, new Wish(Role.VIEWER, false, Optional.empty()), nobody -> false);
        return isMetrics && toRead == Admission.GRANTED && !who.seesEverything() ? Admission.FORBIDDEN : toRead;
    }

    private static boolean isOrIsUnder(String page, String path) {
        return path.equals(page) || path.startsWith(page + "/");
    }

    private void refuse(RoutingContext request, Status status, String detail) {
        try {
            var problem = ProblemDocument.of(status.getStatusCode(), status.getReasonPhrase(), detail);
            request.response()
                    .setStatusCode(status.getStatusCode())
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                    .end(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("documents hold only what JSON can say", impossible);
        }
    }
}
