package io.holdfast.report.document;

import io.holdfast.model.Condition;
import io.holdfast.model.Mode;
import io.holdfast.report.EnvironmentStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * One environment in a line.
 *
 * @param environment its name
 * @param sync {@code Synced}, {@code OutOfSync} or {@code Unknown}
 * @param health as sick as its sickest resource
 * @param operation what Holdfast is doing about it
 * @param mode how far Holdfast may go; absent while no desired state has ever loaded
 * @param source the desired state in force; absent while there is none
 * @param summary the drift report in numbers; absent while nobody could look
 * @param changes how many changes the plan holds
 * @param paused who holds it and why, for people; absent while nobody does
 * @param approvalsPending how many changes a person is still to be asked about
 * @param problems how many things are wrong with its YAML
 * @param lastPassAt when the last pass ended
 * @param lastSuccessAt when a pass last saw everything and nothing failed in it; absent if never since the start
 * @param nextPassAt when the next pass begins at the latest
 */
public record EnvironmentRow(
        String environment,
        String sync,
        String health,
        String operation,
        Optional<String> mode,
        Optional<SourceDocument> source,
        Optional<SummaryDocument> summary,
        int changes,
        Optional<String> paused,
        long approvalsPending,
        int problems,
        Instant lastPassAt,
        Optional<Instant> lastSuccessAt,
        Instant nextPassAt) {
    public static EnvironmentRow of(EnvironmentStatus status) {
        return new EnvironmentRow(
                status.environment(),
                status.sync().word(),
                status.health().word(),
                status.operation().word(),
                status.mode().map(Mode::word),
                status.plan().map(it -> SourceDocument.of(it.report().desired())),
                status.plan().map(it -> SummaryDocument.of(it.report())),
                status.plan().map(it -> it.changes().size()).orElse(0),
                status.paused().map(Condition::message),
                status.approvalsPending(),
                status.problems().size(),
                status.lastPassAt(),
                status.lastSuccessAt(),
                status.nextPassAt());
    }
}
