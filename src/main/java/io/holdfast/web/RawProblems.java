package io.holdfast.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

/** Problems of requests that never come to a resource method; told as if they did. */
@ApplicationScoped
public class RawProblems {
    private final ObjectMapper mapper;

    /** Made by CDI. */
    public RawProblems(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Answers with a problem. */
    public void answer(RoutingContext request, Status status, String detail) {
        request.response()
                .setStatusCode(status.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .end(text(ProblemDocument.of(status.getStatusCode(), status.getReasonPhrase(), detail)));
    }

    private String text(ProblemDocument problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("documents hold only what JSON can say", impossible);
        }
    }
}
