package io.holdfast.web;

import io.holdfast.access.Admission;
import io.holdfast.access.Visitor;
import io.holdfast.access.Wish;
import io.holdfast.model.Actor;
import io.holdfast.web.guard.CurrentVisitor;
import io.holdfast.web.guard.Needs;
import io.holdfast.web.guard.Open;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Stands before every resource method, and first of all: what is wrong with a request is told to those who may send it. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class Guard implements ContainerRequestFilter {
    static final String CANNOT_TELL = "whose token this is cannot be found out at the moment; the log says why";
    static final String WHO_ARE_YOU = "this takes a token that is valid here: Authorization: Bearer …";

    private static final Logger LOG = Logger.getLogger(Guard.class);

    private final ResourceInfo resource;
    private final CurrentVisitor visitor;
    private final Environments environments;

    /** Made by JAX-RS. */
    @Inject
    public Guard(ResourceInfo resource, CurrentVisitor visitor, Environments environments) {
        this.resource = resource;
        this.visitor = visitor;
        this.environments = environments;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method.isAnnotationPresent(Open.class)) {
            return;
        }
        Needs needs = method.getAnnotation(Needs.class);
        if (needs == null) {
            LOG.errorf("%s says neither @Needs nor @Open, so it is closed to everybody", method);
            throw new ForbiddenException("nobody may do this");
        }
        Optional<String> environment =
                Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("environment"));
        Wish wish = new Wish(needs.value(), !Methods.isLook(request.getMethod()), environment);
        Visitor who = visitor.get();
        refuse(Admission.of(who, wish, environments::isThere), who, wish);
    }

    private void refuse(Admission admission, Visitor who, Wish wish) {
        switch (admission) {
            case GRANTED -> {}
            case WHO_ARE_YOU -> throw new NotAuthorizedException(WHO_ARE_YOU, "Bearer");
            case CANNOT_TELL -> throw new ServiceUnavailableException(CANNOT_TELL);
            case NO_SUCH_ENVIRONMENT -> throw environments.noSuch();
            case FORBIDDEN -> {
                LOG.infof(
                        "refused actor=%s environment=%s: this takes the role %s",
                        who.actor().map(Actor::toString).orElse("-"),
                        wish.environment().orElse("-"),
                        wish.role().word());
                throw new ForbiddenException(
                        "this takes the role " + wish.role().word());
            }
        }
    }
}
