package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.ledger.HistoryQuery;
import io.holdfast.ledger.Ledger;
import io.holdfast.ledger.RecordedEvent;
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
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What was done to an environment, and who said so: the events without the weather. */
@Path("/api/v1/environments/{environment}/history")
@Produces(MediaType.APPLICATION_JSON)
class HistoryApi {
    private final Environments environments;
    private final Ledger ledger;

    HistoryApi(Environments environments, Ledger ledger) {
        this.environments = environments;
        this.ledger = ledger;
    }

    @GET
    @Needs(Role.VIEWER)
    @Operation(summary = "Changes made, and what people asked for, approved, rejected and paused; newest first")
    public PageDocument<EventDocument> list(
            @PathParam("environment") String environment,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @DefaultValue(Cursor.FIRST) Cursor cursor) {
        environments.find(environment);
        HistoryQuery newest = HistoryQuery.of(new TreeSet<>(List.of(environment)), limit.andOneMore());
        List<RecordedEvent> events = ledger.history(cursor.isFirst() ? newest : newest.after(cursor.number()));
        return PageDocument.of(
                events.stream().map(EventDocument::of).toList(), limit.items(), it -> String.valueOf(it.id()));
    }
}
