package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.model.Plan;
import io.holdfast.report.document.DriftDocument;
import io.holdfast.report.document.PlanDocument;
import io.holdfast.report.text.DriftMarkdown;
import io.holdfast.report.text.DriftText;
import io.holdfast.report.text.PlanMarkdown;
import io.holdfast.report.text.PlanText;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What the last pass found and means to do, for programs and for people. */
@Path("/api/v1/environments/{environment}")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, "text/markdown"})
class ReportApi {
    private final Environments environments;

    ReportApi(Environments environments) {
        this.environments = environments;
    }

    @GET
    @Needs(Role.VIEWER)
    @Path("drift")
    @Operation(summary = "The drift report, as JSON, text or Markdown")
    @APIResponseSchema(DriftDocument.class)
    public Response drift(
            @PathParam("environment") String environment,
            @QueryParam("format") @DefaultValue("") String format,
            @Context HttpHeaders headers) {
        Plan plan = environments.plan(environment);
        DriftDocument report = DriftDocument.of(plan, nextPass(environment));
        return answer(report, Format.of(format, headers), DriftText::of, DriftMarkdown::of);
    }

    @GET
    @Needs(Role.VIEWER)
    @Path("plan")
    @Operation(summary = "The plan: every change that would close the drift, each with a verdict")
    @APIResponseSchema(PlanDocument.class)
    public Response plan(
            @PathParam("environment") String environment,
            @QueryParam("format") @DefaultValue("") String format,
            @Context HttpHeaders headers) {
        PlanDocument plan = PlanDocument.of(environments.plan(environment), nextPass(environment));
        return answer(plan, Format.of(format, headers), PlanText::of, PlanMarkdown::of);
    }

    private Optional<Instant> nextPass(String environment) {
        return Optional.of(environments.find(environment).nextPassAt());
    }

    private static <D> Response answer(
            D document, Format format, Function<D, String> text, Function<D, String> markdown) {
        Object entity = switch (format) {
            case JSON -> document;
            case TEXT -> text.apply(document);
            case MARKDOWN -> markdown.apply(document);
        };
        return Response.ok(entity, format.type())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
