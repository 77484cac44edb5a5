package io.holdfast.web;

import io.holdfast.model.Digest;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Gives every answer to a GET a tag of its content, and the short answer to whoever has that content already. */
@Provider
public class EntityTags implements ContainerResponseFilter {
    private final EntityText texts;

    /** Made by JAX-RS. */
    @Inject
    public EntityTags(EntityText texts) {
        this.texts = texts;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getMethod().equals(HttpMethod.GET)
                || response.getStatus() != Status.OK.getStatusCode()
                || !response.hasEntity()) {
            return;
        }
        var tag = new EntityTag(Digest.of(texts.of(response.getEntity())));
        response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + tag.getValue() + "\"");
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        var already = request.getRequest().evaluatePreconditions(tag);
        if (already != null && already.build().getStatus() == Status.NOT_MODIFIED.getStatusCode()) {
            response.setStatusInfo(Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }
}
