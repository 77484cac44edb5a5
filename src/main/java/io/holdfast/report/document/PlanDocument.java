package io.holdfast.report.document;

import io.holdfast.model.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What would be done about the drift of an environment, and what of it may be done.
 *
 * @param schema {@link #SCHEMA}
 * @param environment its name
 * @param planId one short name for this very plan: it moves as soon as the commit, a desired or a live state does
 * @param mode how far Holdfast may go: {@code observe}, {@code propose} or {@code enforce}
 * @param source the desired state it would make true
 * @param observedAt when the look it rests on began
 * @param complete whether everything could be looked at; what was not is not in the plan
 * @param notSeen what could not be looked at, and why
 * @param changes what others need comes first; empty when nothing is to be done
 * @param nextPassAt when it is made anew at the latest; absent where nobody looks again
 */
public record PlanDocument(
        String schema,
        String environment,
        String planId,
        String mode,
        SourceDocument source,
        Instant observedAt,
        boolean complete,
        List<NotSeenDocument> notSeen,
        List<PlannedDocument> changes,
        Optional<Instant> nextPassAt) {
    public static final String SCHEMA = "holdfast.plan/v1";

    public static PlanDocument of(Plan plan, Optional<Instant> nextPassAt) {
        return new PlanDocument(
                SCHEMA,
                plan.environment(),
                plan.id(),
                plan.report().desired().mode().word(),
                SourceDocument.of(plan.report().desired()),
                plan.report().observedAt(),
                plan.report().isComplete(),
                NotSeenDocument.of(plan.report()),
                plan.changes().stream().map(PlannedDocument::of).toList(),
                nextPassAt);
    }
}
