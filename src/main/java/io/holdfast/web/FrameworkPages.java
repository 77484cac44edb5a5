package io.holdfast.web;

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
    private final RawProblems problems;

    FrameworkPages(AccessSettings access, CurrentVisitor visitor, RawProblems problems) {
        this.access = access;
        this.visitor = visitor;
        this.problems = problems;
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
                problems.answer(request, Status.UNAUTHORIZED, Guard.WHO_ARE_YOU);
            }
            case CANNOT_TELL -> problems.answer(request, Status.SERVICE_UNAVAILABLE, Guard.CANNOT_TELL);
            case FORBIDDEN, NO_SUCH_ENVIRONMENT ->
                problems.answer(
                        request, Status.FORBIDDEN, "this takes the role viewer, for metrics in every environment");
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
}
