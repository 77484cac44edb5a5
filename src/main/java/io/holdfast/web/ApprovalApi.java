package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.consent.Approvals;
import io.holdfast.consent.Hearing;
import io.holdfast.consent.Word;
import io.holdfast.model.Decision;
import io.holdfast.model.Plan;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.document.AnsweredDocument;
import io.holdfast.report.document.ApprovalsDocument;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What people are asked about the plan of an environment, and what they say. */
@Path("/api/v1/environments/{environment}")
@Produces(MediaType.APPLICATION_JSON)
class ApprovalApi {
    private static final int IDS_TOLD = 10;

    private final Environments environments;
    private final Approvals approvals;
    private final Audit audit;
    private final Reconciler reconciler;

    ApprovalApi(Environments environments, Approvals approvals, Audit audit, Reconciler reconciler) {
        this.environments = environments;
        this.approvals = approvals;
        this.audit = audit;
        this.reconciler = reconciler;
    }

    @GET
    @Needs(Role.VIEWER)
    @Path("approvals")
    @Operation(summary = "What waits for people, what they have said, and why earlier words count no longer")
    public ApprovalsDocument approvals(@PathParam("environment") String environment) {
        return ApprovalsDocument.of(approvals.poll(environments.plan(environment)));
    }

    @POST
    @Needs(Role.APPROVER)
    @Path("approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says yes to the plan there is now",
            description =
                    "It holds for what was seen: each change is bound to the commit, to what is wished and to what is"
                            + " live. A pass comes at once, and every guardrail is asked again right before each call.")
    public AnsweredDocument approve(@PathParam("environment") String environment, AnswerWish wish) {
        return answered(true, environment, wish);
    }

    @POST
    @Needs(Role.APPROVER)
    @Path("reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says no to the plan there is now",
            description =
                    "It outweighs any number of yeses until it runs out, the plan moves, or the same person says yes.")
    public AnsweredDocument reject(@PathParam("environment") String environment, AnswerWish wish) {
        return answered(false, environment, wish);
    }

    private AnsweredDocument answered(boolean approves, String environment, AnswerWish wish) {
        Plan plan = environments.plan(environment);
        Word word = Optional.ofNullable(wish)
                .orElse(AnswerWish.NOTHING)
                .word(approves, environment, audit.actor().name());
        Decision decision = heard(approvals.hear(plan, word));
        audit.tell(environment, approves ? "PlanApproved" : "PlanRejected", sentence(decision));
        approvals.keep(decision);
        reconciler.hurry(environment);
        return AnsweredDocument.of(decision, approvals.poll(plan));
    }

    private static Decision heard(Hearing hearing) {
        if (hearing instanceof Hearing.Heard heard) {
            return heard.decision();
        }
        if (hearing instanceof Hearing.Outdated outdated) {
            throw new ClientErrorException(outdated.sentence(), Status.CONFLICT);
        }
        if (hearing instanceof Hearing.Discounted discounted) {
            throw new ForbiddenException(discounted.sentence());
        }
        throw new Unprocessable(((Hearing.Pointless) hearing).sentence());
    }

    private static String sentence(Decision decision) {
        String more =
                decision.items().size() > IDS_TOLD ? " and " + (decision.items().size() - IDS_TOLD) + " more" : "";
        return (decision.approved() ? "approved" : "rejected")
                + decision.items().stream()
                        .limit(IDS_TOLD)
                        .map(it ->
                                (it.named() ? " by name " : " ") + it.action().word() + " " + it.resource())
                        .collect(Collectors.joining(","))
                + more + " of plan " + decision.planId() + ", until " + decision.expiresAt()
                + decision.reason().map(it -> ": " + it).orElse("");
    }
}
