package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.ledger.Ledger;
import io.holdfast.model.Pause;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.document.StandstillDocument;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Keeps one environment as it is for a while. */
@Path("/api/v1/environments/{environment}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PauseApi {
    private final Environments environments;
    private final Ledger ledger;
    private final Audit audit;
    private final Reconciler reconciler;
    private final Clock clock;

    PauseApi(Environments environments, Ledger ledger, Audit audit, Reconciler reconciler, Clock clock) {
        this.environments = environments;
        this.ledger = ledger;
        this.audit = audit;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    @POST
    @Needs(Role.OPERATOR)
    @Path("pause")
    @Operation(
            summary = "Changes nothing in the environment until somebody resumes it, or until a time",
            description =
                    "Holdfast goes on looking and reporting. A call that is under way ends; none is sent after it. A"
                            + " pause takes the place of an earlier one.")
    public StandstillDocument pause(@PathParam("environment") String environment, PauseWish wish) {
        environments.find(environment);
        PauseWish given = Optional.ofNullable(wish).orElse(PauseWish.NOTHING);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Pause pause = new Pause(
                environment,
                given.because(),
                audit.actor().name(),
                now,
                given.until().map(it -> it.after(now)));
        audit.tell(environment, "Paused", pause.sentence());
        ledger.pause(pause);
        reconciler.hurry(environment);
        return standstill(environment);
    }

    @POST
    @Needs(Role.OPERATOR)
    @Path("resume")
    @Operation(
            summary = "Takes the pause of the environment back",
            description =
                    "What stopped the line still holds, and so does every other guardrail. Without a pause nothing"
                            + " happens.")
    public StandstillDocument resume(@PathParam("environment") String environment, ResumeWish wish) {
        environments.find(environment);
        String because = Optional.ofNullable(wish).orElse(ResumeWish.PLAIN).because();
        boolean isPaused = ledger.pauses().stream().anyMatch(it -> it.scope().equals(environment));
        if (isPaused) {
            audit.tell(environment, "Resumed", "resumed by " + audit.actor().name() + because);
            ledger.resume(environment);
            reconciler.hurry(environment);
        }
        return standstill(environment);
    }

    private StandstillDocument standstill(String environment) {
        return StandstillDocument.of(environment, ledger.standing(environment), clock.instant());
    }
}
