package io.holdfast.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Refuses conditions on what has no content to compare: an action's own address has none, so that {@code If-Match} can
 * never hold there (RFC 9110, section 13.1.1), and to act as if it did would be worse than to say so.
 */
@Provider
@Priority(Priorities.USER)
public class Preconditions implements ContainerRequestFilter {
    private static final List<String> HEADERS = List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_UNMODIFIED_SINCE);

    @Override
    public void filter(ContainerRequestContext request) {
        if (Methods.isLook(request.getMethod())) {
            return;
        }
        HEADERS.stream()
                .filter(it -> request.getHeaderString(it) != null)
                .findFirst()
                .ifPresent(it -> {
                    throw new WebApplicationException(
                            it + " cannot hold here, because what is acted on has no content at this address;"
                                    + " nothing was done",
                            Status.PRECONDITION_FAILED);
                });
    }
}
