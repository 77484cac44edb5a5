package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.document.EnvironmentDocument;
import io.holdfast.report.document.EnvironmentRow;
import io.holdfast.report.document.PageDocument;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The environments, one by one. */
@Path("/api/v1/environments")
@Produces(MediaType.APPLICATION_JSON)
class EnvironmentApi {
    private static final int ACCEPTED = 202;

    private final Environments environments;
    private final Reconciler reconciler;
    private final Audit audit;

    EnvironmentApi(Environments environments, Reconciler reconciler, Audit audit) {
        this.environments = environments;
        this.reconciler = reconciler;
        this.audit = audit;
    }

    @GET
    @Needs(Role.VIEWER)
    @Operation(summary = "The environments, by name")
    public PageDocument<EnvironmentRow> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @DefaultValue(Cursor.FIRST) Cursor cursor) {
        List<EnvironmentRow> rows = environments.all().stream()
                .filter(it -> cursor.isBefore(it.environment()))
                .limit(limit.andOneMore())
                .map(EnvironmentRow::of)
                .toList();
        return PageDocument.of(rows, limit.items(), EnvironmentRow::environment);
    }

    @GET
    @Needs(Role.VIEWER)
    @Path("{environment}")
    @Operation(summary = "One environment: status, conditions, and what is wrong with its YAML")
    public EnvironmentDocument one(@PathParam("environment") String environment) {
        return EnvironmentDocument.of(environments.find(environment));
    }

    @POST
    @Needs(Role.OPERATOR)
    @Path("{environment}/reconcile")
    @ResponseStatus(ACCEPTED)
    @Operation(
            summary = "Asks for a pass as soon as possible",
            description =
                    "What failed before is tried again at once, and what AWS has undone or never shows and contended"
                            + " fields too; guardrails and mode stay in force.")
    @Consumes(MediaType.APPLICATION_JSON)
    public EnvironmentRow reconcile(@PathParam("environment") String environment, ReconcileWish wish) {
        EnvironmentStatus status = environments.find(environment);
        audit.tell(
                environment,
                "ReconcileRequested",
                Optional.ofNullable(wish).orElse(ReconcileWish.PLAIN).sentence());
        if (!reconciler.request(environment)) {
            throw environments.noSuch();
        }
        return EnvironmentRow.of(status);
    }
}
