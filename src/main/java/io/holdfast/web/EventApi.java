package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.ledger.EventQuery;
import io.holdfast.ledger.Ledger;
import io.holdfast.report.document.EventDocument;
import io.holdfast.report.document.PageDocument;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What happened in an environment, newest first. */
@Path("/api/v1/environments/{environment}/events")
@Produces(MediaType.APPLICATION_JSON)
class EventApi {
    private final Environments environments;
    private final Ledger ledger;

    EventApi(Environments environments, Ledger ledger) {
        this.environments = environments;
        this.ledger = ledger;
    }

    @GET
    @Needs(Role.VIEWER)
    @Operation(summary = "What happened, newest first; the cursor of a page asks for the older ones behind it")
    public PageDocument<EventDocument> list(
            @PathParam("environment") String environment,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @DefaultValue(Cursor.FIRST) Cursor cursor) {
        environments.find(environment);
        EventQuery newest = EventQuery.newest(environment, limit.andOneMore());
        EventQuery query = cursor.isFirst() ? newest : newest.after(cursor.number());
        List<EventDocument> events =
                ledger.events(query).stream().map(EventDocument::of).toList();
        return PageDocument.of(events, limit.items(), it -> String.valueOf(it.id()));
    }
}
