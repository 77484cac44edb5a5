package io.holdfast.web;

import io.holdfast.model.Digest;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Gives every answer to a GET a tag of its content, and the short answer to whoever has that content already. */
@Provider
public class EntityTags implements ContainerResponseFilter {
    private static final Annotation[] NO_ANNOTATIONS = {};

    private final EntityText texts;

    /** Made by JAX-RS. */
    @Inject
    public EntityTags(EntityText texts) {
        this.texts = texts;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!Methods.isLook(request.getMethod())
                || response.getStatus() != Status.OK.getStatusCode()
                || !response.hasEntity()) {
            return;
        }
        var tag = new EntityTag(Digest.of(texts.of(response.getEntity())));
        response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + tag.getValue() + "\"");
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        var already = request.getRequest().evaluatePreconditions(tag);
        if (already != null) {
            instead(Status.fromStatusCode(already.build().getStatus()), response);
        }
    }

    private static void instead(Status status, ContainerResponseContext response) {
        response.setStatusInfo(status);
        if (status == Status.NOT_MODIFIED) {
            response.setEntity(null);
            return;
        }
        var problem = ProblemDocument.of(
                status.getStatusCode(), status.getReasonPhrase(), "it is no longer what If-Match says it is");
        response.setEntity(problem, NO_ANNOTATIONS, MediaType.valueOf(ProblemDocument.MEDIA_TYPE));
    }
}
