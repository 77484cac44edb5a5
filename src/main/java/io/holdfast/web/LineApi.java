package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.ledger.Ledger;
import io.holdfast.model.Pause;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.document.LineDocument;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Keeps the whole fleet as it is for a while. */
@Path("/api/v1/stop-the-line")
@Produces(MediaType.APPLICATION_JSON)
class LineApi {
    static final String STOPPED = "LineStopped";
    static final String RELEASED = "LineReleased";

    private final Environments environments;
    private final Ledger ledger;
    private final Audit audit;
    private final Reconciler reconciler;
    private final Clock clock;

    LineApi(Environments environments, Ledger ledger, Audit audit, Reconciler reconciler, Clock clock) {
        this.environments = environments;
        this.ledger = ledger;
        this.audit = audit;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    @GET
    @Needs(Role.VIEWER)
    @Operation(summary = "Whether the line is stopped, by whom and why")
    public LineDocument line() {
        return LineDocument.of(ledger.pauses(), clock.instant());
    }

    @POST
    @Needs(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes nothing in any environment until somebody releases the line, or until a time",
            description = "Holdfast goes on looking and reporting. Environments that come later are held as well.")
    public LineDocument stop(PauseWish wish) {
        PauseWish given = Optional.ofNullable(wish).orElse(PauseWish.NOTHING);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Pause pause = new Pause(
                Pause.FLEET,
                given.because(),
                audit.actor().name(),
                now,
                given.until().map(it -> it.after(now)));
        audit.tellAll(STOPPED, pause.sentence());
        ledger.pause(pause);
        hurryAll();
        return line();
    }

    @POST
    @Needs(Role.ADMIN)
    @Path("release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lets the line go on",
            description = "An environment that is paused itself stays paused. Without a stop nothing happens.")
    public LineDocument release(ResumeWish wish) {
        String because = Optional.ofNullable(wish).orElse(ResumeWish.PLAIN).because();
        if (ledger.pauses().stream().anyMatch(Pause::isFleetWide)) {
            audit.tellAll(RELEASED, "the line is released by " + audit.actor().name() + because);
            ledger.resume(Pause.FLEET);
            hurryAll();
        }
        return line();
    }

    private void hurryAll() {
        environments.all().stream().map(EnvironmentStatus::environment).forEach(reconciler::hurry);
    }
}
