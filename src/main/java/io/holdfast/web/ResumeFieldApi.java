package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.ledger.Ledger;
import io.holdfast.model.Resumption;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.document.ResumedDocument;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What Holdfast leaves alone because somebody keeps changing it back, or AWS never shows it. */
@Path("/api/v1/environments/{environment}/resume-field")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ResumeFieldApi {
    private static final int TOLD = 20;

    private final Environments environments;
    private final Ledger ledger;
    private final Audit audit;
    private final Reconciler reconciler;

    ResumeFieldApi(Environments environments, Ledger ledger, Audit audit, Reconciler reconciler) {
        this.environments = environments;
        this.ledger = ledger;
        this.audit = audit;
        this.reconciler = reconciler;
    }

    @POST
    @Needs(Role.OPERATOR)
    @Operation(
            summary = "Enforces a field again that somebody keeps changing back, or that AWS never shows",
            description =
                    "It is sent by the next pass, and counted afresh: who goes on changing it is met as often again as"
                            + " limits.turnBacks says, and what AWS never shows is sent so often again. Nothing else is forgiven, and mode and guardrails stay in force.")
    public ResumedDocument resume(@PathParam("environment") String environment, ResumeFieldWish wish) {
        ResumeFieldWish given = Optional.ofNullable(wish).orElse(ResumeFieldWish.NOTHING);
        String id = given.id(environment);
        String because = given.because();
        SortedSet<String> paths = chosen(environments.plan(environment).leftToPeople(), id, given.field());
        audit.tell(
                environment,
                "FieldResumed",
                "enforced again: " + id + (paths.contains("") ? "" : " " + String.join(", ", paths)) + ", by "
                        + audit.actor().name() + ": " + because);
        Resumption word = new Resumption(environment, id, paths);
        ledger.keep(word);
        if (!reconciler.hurry(environment)) {
            // It was dismissed since its plan was read.
            ledger.forget(word);
            throw environments.noSuch();
        }
        return ResumedDocument.of(id, List.copyOf(paths));
    }

    private static SortedSet<String> chosen(Map<String, SortedSet<String>> left, String id, Optional<String> field) {
        SortedSet<String> paths = new TreeSet<>(left.getOrDefault(id, new TreeSet<>()));
        field.ifPresent(it -> paths.retainAll(List.of(it)));
        if (paths.isEmpty()) {
            throw new Unprocessable("neither contended nor sent for nothing as of the last look: " + id
                    + field.map(it -> " " + it).orElse("") + "; nothing was done; contended is " + told(left));
        }
        return paths;
    }

    private static String told(Map<String, SortedSet<String>> left) {
        return left.isEmpty()
                ? "nothing"
                : left.entrySet().stream()
                        .flatMap(it -> it.getValue().stream()
                                .map(path -> path.isEmpty() ? it.getKey() : it.getKey() + " " + path))
                        .limit(TOLD)
                        .collect(Collectors.joining(", "));
    }
}
