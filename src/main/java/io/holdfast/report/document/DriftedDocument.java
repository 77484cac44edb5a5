package io.holdfast.report.document;

import io.holdfast.model.Cause;
import io.holdfast.model.Change;
import io.holdfast.model.Facts;
import io.holdfast.model.Impact;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One resource that is not as declared, or that could not be looked at.
 *
 * @param id our identity of it
 * @param kind what it is, such as {@code ecs-service}
 * @param arn what AWS calls it; absent while it is not there or not seen
 * @param declaredAt the line that begins its declaration
 * @param sync {@code OutOfSync} or {@code Unknown}
 * @param health how it is doing
 * @param cause who moved; absent while unseen
 * @param since from when it has been out of sync without a break; absent while unseen
 * @param impact the worst any of its fields costs; absent where there is no field to close
 * @param fields the differences, in the order of the kind's field table
 * @param plan what is planned about it; absent when nothing is. A field that only a replacement could close beside others
 *     that can be changed is a change of its own, which the plan lists
 */
public record DriftedDocument(
        String id,
        String kind,
        Optional<String> arn,
        LocationDocument declaredAt,
        String sync,
        String health,
        Optional<String> cause,
        Optional<Instant> since,
        Optional<Impact> impact,
        List<FieldDocument> fields,
        Optional<ChangeDocument> plan) {
    static DriftedDocument of(ResourceDrift drift, Plan plan) {
        return new DriftedDocument(
                drift.id().toString(),
                drift.id().kind().type(),
                drift.facts().map(Facts::arn),
                LocationDocument.of(drift.declared().origin().at()),
                drift.sync().word(),
                drift.health().status().word(),
                drift.cause().map(Cause::word),
                drift.since(),
                drift.impact(),
                drift.fields().stream().map(FieldDocument::of).toList(),
                planned(drift, plan).map(ChangeDocument::of));
    }

    /** After a rename, what bore the name before is another change of the same id. */
    private static Optional<Change> planned(ResourceDrift drift, Plan plan) {
        return plan.changes().stream()
                .filter(it -> it.id().equals(drift.id()) && it.drift().isPresent())
                .findFirst();
    }
}
