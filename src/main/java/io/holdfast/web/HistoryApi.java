package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.ledger.EventQuery;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What was done to an environment, and who said so: the events without the weather. */
@Path("/api/v1/environments/{environment}/history")
@Produces(MediaType.APPLICATION_JSON)
class HistoryApi {
    /** What Holdfast sent to AWS; what people said is told by their being named. */
    private static final Set<String> DONE = Set.of("Created", "Updated", "Adopted", "Replaced", "Deleted", "Failed");

    private static final int READ_AT_ONCE = 500;

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
        EventQuery newest = EventQuery.newest(environment, READ_AT_ONCE);
        List<EventDocument> found =
                search(cursor.isFirst() ? newest : newest.after(cursor.number()), limit.andOneMore());
        return PageDocument.of(found, limit.items(), it -> String.valueOf(it.id()));
    }

    /** The ledger keeps so few events of an environment that all of them can be read through. */
    private List<EventDocument> search(EventQuery from, int wanted) {
        List<EventDocument> found = new ArrayList<>();
        EventQuery query = from;
        List<RecordedEvent> page;
        do {
            page = ledger.events(query);
            page.stream()
                    .filter(it -> it.event().actor().isPresent()
                            || DONE.contains(it.event().reason()))
                    .limit(wanted - found.size())
                    .map(EventDocument::of)
                    .forEach(found::add);
            if (!page.isEmpty()) {
                query = query.after(page.get(page.size() - 1).id());
            }
        } while (page.size() == READ_AT_ONCE && found.size() < wanted);
        return found;
    }
}
