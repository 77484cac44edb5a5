package io.holdfast.web;

import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.document.EnvironmentDocument;
import io.holdfast.report.document.EnvironmentRow;
import io.holdfast.report.document.PageDocument;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The environments, one by one. */
@Path("/api/v1/environments")
@Produces(MediaType.APPLICATION_JSON)
class EnvironmentApi {
    private static final int ACCEPTED = 202;

    private final Environments environments;
    private final Reconciler reconciler;

    EnvironmentApi(Environments environments, Reconciler reconciler) {
        this.environments = environments;
        this.reconciler = reconciler;
    }

    @GET
    @Operation(summary = "The environments, by name")
    public PageDocument<EnvironmentRow> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        List<EnvironmentRow> rows = environments.all().stream()
                .filter(it -> it.environment().compareTo(cursor) > 0)
                .limit(limit.andOneMore())
                .map(EnvironmentRow::of)
                .toList();
        return PageDocument.of(rows, limit.items(), EnvironmentRow::environment);
    }

    @GET
    @Path("{environment}")
    @Operation(summary = "One environment: status, conditions, and what is wrong with its YAML")
    public EnvironmentDocument one(@PathParam("environment") String environment) {
        return EnvironmentDocument.of(environments.find(environment));
    }

    @POST
    @Path("{environment}/reconcile")
    @ResponseStatus(ACCEPTED)
    @Operation(
            summary = "Asks for a pass as soon as possible",
            description = "What failed before is tried again at once; guardrails and mode stay in force.")
    public EnvironmentRow reconcile(@PathParam("environment") String environment) {
        EnvironmentStatus status = environments.find(environment);
        if (!reconciler.request(environment)) {
            throw new NotFoundException("environment " + environment + " is no longer in the source");
        }
        return EnvironmentRow.of(status);
    }
}
