package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.ledger.EventQuery;
import io.holdfast.ledger.Ledger;
import io.holdfast.report.document.ExplainedDocument;
import io.holdfast.report.explain.Explanation;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Why something is as it is. */
@Path("/api/v1/environments/{environment}/explain")
@Produces(MediaType.APPLICATION_JSON)
class ExplainApi {
    private static final int LONGEST = 600;
    /** Further back nobody asks why; the events themselves are there for that. */
    private static final int EVENTS = 1000;

    private final Environments environments;
    private final Ledger ledger;

    ExplainApi(Environments environments, Ledger ledger) {
        this.environments = environments;
        this.ledger = ledger;
    }

    @GET
    @Needs(Role.VIEWER)
    @Operation(summary = "Why a resource, such as service/backend, or one field of it is in sync, held or left alone")
    public ExplainedDocument explain(
            @PathParam("environment") String environment,
            @QueryParam("resource") @DefaultValue("") String resource,
            @QueryParam("field") @DefaultValue("") String field) {
        var plan = environments.plan(environment);
        if (resource.isBlank() || resource.length() > LONGEST || field.length() > LONGEST) {
            throw new BadRequestException("resource says what to explain, such as service/backend");
        }
        return new Explanation(
                        plan,
                        environments.find(environment).nextPassAt(),
                        ledger.events(EventQuery.newest(environment, EVENTS)))
                .of(
                        new ResourceName(resource).in(environment),
                        Optional.of(field).filter(it -> !it.isEmpty()));
    }
}
