package io.holdfast.report.document;

import io.holdfast.model.Cause;
import io.holdfast.model.Facts;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One declared resource, in sync or not.
 *
 * @param id our identity of it
 * @param kind what it is
 * @param name its AWS name
 * @param arn what AWS calls it; absent while it is not there or not seen
 * @param declaredAt the line that begins its declaration
 * @param sync {@code Synced}, {@code OutOfSync} or {@code Unknown}
 * @param health how it is doing
 * @param healthMessage the same in a sentence; empty when there is nothing to say
 * @param underway what AWS is doing to it; absent when nothing
 * @param cause who moved; absent while in sync or unseen
 * @param since from when it has been out of sync without a break
 * @param fields the differences
 * @param suppressed what was not compared, or is explained away
 * @param plan what is planned about it
 */
public record ResourceDocument(
        String id,
        String kind,
        String name,
        Optional<String> arn,
        LocationDocument declaredAt,
        String sync,
        String health,
        String healthMessage,
        Optional<String> underway,
        Optional<String> cause,
        Optional<Instant> since,
        List<FieldDocument> fields,
        List<SuppressedDocument> suppressed,
        Optional<ChangeDocument> plan) {
    public static ResourceDocument of(ResourceDrift drift, Plan plan) {
        return new ResourceDocument(
                drift.id().toString(),
                drift.id().kind().type(),
                drift.key(),
                drift.facts().map(Facts::arn),
                LocationDocument.of(drift.declared().origin().at()),
                drift.sync().word(),
                drift.health().status().word(),
                drift.health().sentence(),
                drift.facts().flatMap(Facts::underway),
                drift.cause().map(Cause::word),
                drift.since(),
                drift.fields().stream().map(FieldDocument::of).toList(),
                drift.suppressed().stream().map(SuppressedDocument::of).toList(),
                plan.find(drift.id()).map(ChangeDocument::of));
    }
}
