package io.holdfast.report.document;

import io.holdfast.model.Cause;
import io.holdfast.model.Change;
import io.holdfast.model.Impact;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Step;
import io.holdfast.model.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One change of a plan.
 *
 * @param id the resource
 * @param kind what it is
 * @param name its AWS name
 * @param action {@code create}, {@code update}, {@code adopt}, {@code replace} or {@code delete}
 * @param cause who moved, so that it became necessary
 * @param impact what it costs the people who use the resource
 * @param calls the AWS calls it takes, in order
 * @param fields the fields it sends; empty for a create, which sends all that is declared
 * @param verdict {@code Proceed}, {@code Approved}, {@code NeedsApproval} or {@code Hold}
 * @param reason one word for why not; absent when it may proceed
 * @param why why not, for people; absent when it may proceed
 * @param until when it is asked about again, where that is known
 * @param guardrails what every guardrail said, in the order in which they are asked
 */
public record PlannedDocument(
        String id,
        String kind,
        String name,
        String action,
        Optional<String> cause,
        Impact impact,
        List<String> calls,
        List<String> fields,
        String verdict,
        Optional<String> reason,
        Optional<String> why,
        Optional<Instant> until,
        List<RulingDocument> guardrails) {
    private static Optional<Cause> cause(Change change) {
        return change.stray().map(it -> Cause.STRAY).or(() -> change.drift().flatMap(ResourceDrift::cause));
    }

    static PlannedDocument of(Change change) {
        return new PlannedDocument(
                change.id().toString(),
                change.id().kind().type(),
                change.subject().key(),
                change.action().word(),
                cause(change).map(Cause::word),
                change.impact(),
                change.calls(),
                change.steps().stream().map(Step::paths).flatMap(List::stream).toList(),
                change.verdict().word(),
                Optional.of(change.verdict().reason()).filter(it -> !it.isEmpty()),
                ChangeDocument.why(change),
                change.verdict() instanceof Verdict.Hold hold ? hold.until() : Optional.empty(),
                change.rulings().stream().map(RulingDocument::of).toList());
    }
}
