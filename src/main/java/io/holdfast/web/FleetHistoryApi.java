package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.ledger.HistoryQuery;
import io.holdfast.ledger.Ledger;
import io.holdfast.ledger.RecordedEvent;
import io.holdfast.model.Event;
import io.holdfast.model.Pause;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.document.EventDocument;
import io.holdfast.report.document.PageDocument;
import io.holdfast.web.guard.CurrentVisitor;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What was done anywhere, and who said so. */
@Path("/api/v1/history")
@Produces(MediaType.APPLICATION_JSON)
class FleetHistoryApi {
    /** What was said to the whole fleet stands in each environment's trail as well. */
    private static final Set<String> SAID_TO_ALL = Set.of(LineApi.STOPPED, LineApi.RELEASED);

    private static final int READ_AT_ONCE = 500;

    private final Environments environments;
    private final Ledger ledger;
    private final CurrentVisitor visitor;

    FleetHistoryApi(Environments environments, Ledger ledger, CurrentVisitor visitor) {
        this.environments = environments;
        this.ledger = ledger;
        this.visitor = visitor;
    }

    @GET
    @Needs(Role.VIEWER)
    @Operation(
            summary = "Changes made in all environments, and what people said; newest first",
            description =
                    "Of those the caller may see. Whoever may see every one is shown what was said to the whole fleet once,"
                            + " and environments that are gone as well.")
    public PageDocument<EventDocument> fleet(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @DefaultValue(Cursor.FIRST) Cursor cursor) {
        boolean everything = visitor.get().seesEverything();
        HistoryQuery newest = everything ? HistoryQuery.ofAll(READ_AT_ONCE) : HistoryQuery.of(names(), READ_AT_ONCE);
        HistoryQuery query = cursor.isFirst() ? newest : newest.after(cursor.number());
        List<RecordedEvent> events = once(query, everything, limit.andOneMore());
        return PageDocument.of(
                events.stream().map(EventDocument::of).toList(), limit.items(), it -> String.valueOf(it.id()));
    }

    private SortedSet<String> names() {
        return environments.all().stream()
                .map(EnvironmentStatus::environment)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** So many, read on until there are, less the copies of what was said to all. */
    private List<RecordedEvent> once(HistoryQuery query, boolean everything, int wanted) {
        return Stream.iterate(ledger.history(query), page -> !page.isEmpty(), page -> after(page, query))
                .flatMap(List::stream)
                .filter(it -> !everything || !isCopy(it.event()))
                .limit(wanted)
                .toList();
    }

    /** The page behind a full one; nothing is behind another. */
    private List<RecordedEvent> after(List<RecordedEvent> page, HistoryQuery query) {
        return page.size() < READ_AT_ONCE
                ? List.of()
                : ledger.history(query.after(page.get(page.size() - 1).id()));
    }

    private static boolean isCopy(Event event) {
        return SAID_TO_ALL.contains(event.reason()) && !event.environment().equals(Pause.FLEET);
    }
}
