package io.holdfast.report.document;

import io.holdfast.model.DriftReport;
import io.holdfast.model.Plan;
import io.holdfast.model.Sync;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The drift report: every way in which live is not as declared, explained.
 *
 * @param schema {@link #SCHEMA}
 * @param environment its name
 * @param source what was compared
 * @param observedAt when the look at AWS began
 * @param complete whether everything could be looked at; if not, what is missing here may still differ
 * @param notSeen what could not be looked at, and why
 * @param summary the report in numbers
 * @param resources those not in sync, in the order of the declaration
 * @param suppressed every declared field that was not compared or is explained away, with the reason
 * @param strays ours and live, declared no longer
 * @param ignores the ignore rules, and whether each does anything
 * @param nextPassAt when the next look begins at the latest; absent where nobody looks again
 */
public record DriftDocument(
        String schema,
        String environment,
        SourceDocument source,
        Instant observedAt,
        boolean complete,
        List<NotSeenDocument> notSeen,
        SummaryDocument summary,
        List<DriftedDocument> resources,
        List<SuppressedDocument> suppressed,
        List<StrayDocument> strays,
        List<IgnoreDocument> ignores,
        Optional<Instant> nextPassAt) {
    public static final String SCHEMA = "holdfast.drift/v1";

    /** The report a plan answers, with what is planned beside each resource. */
    public static DriftDocument of(Plan plan, Optional<Instant> nextPassAt) {
        DriftReport report = plan.report();
        return new DriftDocument(
                SCHEMA,
                report.environment(),
                SourceDocument.of(report.desired()),
                report.observedAt(),
                report.isComplete(),
                NotSeenDocument.of(report),
                SummaryDocument.of(report),
                report.resources().stream()
                        .filter(it -> it.sync() != Sync.SYNCED)
                        .map(it -> DriftedDocument.of(it, plan))
                        .toList(),
                report.suppressed().stream().map(SuppressedDocument::of).toList(),
                report.strays().stream().map(it -> StrayDocument.of(it, plan)).toList(),
                report.ignores().stream().map(IgnoreDocument::of).toList(),
                nextPassAt);
    }

    /** How many resources, or strays, have a cause. */
    public long count(String cause) {
        return summary.byCause().getOrDefault(cause, 0L);
    }
}
