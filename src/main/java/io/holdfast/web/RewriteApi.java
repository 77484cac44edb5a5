package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.reconcile.Histories;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.document.EnvironmentRow;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What a person says of a branch whose history was rewritten. */
@Path("/api/v1/environments/{environment}/accept-history")
@Produces(MediaType.APPLICATION_JSON)
class RewriteApi {
    private static final int ACCEPTED = 202;

    private final Environments environments;
    private final Histories histories;
    private final Audit audit;

    RewriteApi(Environments environments, Histories histories, Audit audit) {
        this.environments = environments;
        this.histories = histories;
        this.audit = audit;
    }

    @POST
    @Needs(Role.APPROVER)
    @ResponseStatus(ACCEPTED)
    @Operation(
            summary = "Lets an environment follow its branch to a head that does not come from what it follows now",
            description = "Only that very head: once the branch moves elsewhere it must be said again.")
    @Consumes(MediaType.APPLICATION_JSON)
    public EnvironmentRow accept(@PathParam("environment") String environment, HistoryWish wish) {
        EnvironmentStatus status = environments.find(environment);
        HistoryWish given = Optional.ofNullable(wish)
                .orElseThrow(() -> new BadRequestException("a commit and a reason must be given"));
        String commit = given.commit().orElseThrow();
        String reason = given.reason().map(Reason::text).orElseThrow();
        audit.tell(environment, "HistoryAcceptanceRequested", "history up to " + commit + ": " + reason);
        Histories.Answer answer =
                histories.accept(environment, commit, audit.actor().toString(), reason);
        refusal(answer).ifPresent(it -> {
            throw it;
        });
        return EnvironmentRow.of(status);
    }

    /** Why it is not done; absent when it is. */
    static Optional<WebApplicationException> refusal(Histories.Answer answer) {
        return switch (answer) {
            case GIVEN -> Optional.empty();
            case NOTHING_HELD ->
                Optional.of(new ClientErrorException(
                        "the environment is not held back by a rewritten history", Status.CONFLICT));
            case OTHER_HEAD ->
                Optional.of(new ClientErrorException(
                        "the branch has another head by now; the environment's problems name it", Status.CONFLICT));
            case UNAVAILABLE ->
                Optional.of(new ServiceUnavailableException("the ledger takes no write, so that nothing was changed"));
        };
    }
}
