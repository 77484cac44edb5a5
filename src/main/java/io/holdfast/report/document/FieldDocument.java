package io.holdfast.report.document;

import io.holdfast.model.FieldDrift;
import io.holdfast.model.Impact;
import java.time.Instant;
import java.util.Optional;

/**
 * One field in which live is not as declared.
 *
 * @param path dotted, as in the YAML
 * @param desired what the YAML asks for; absent for a live member of something we own that nobody declared
 * @param live what AWS shows; absent when it shows nothing
 * @param lastApplied what the two last agreed on; absent if they never did
 * @param cause who moved
 * @param impact what closing it costs
 * @param since from when it has differed without a break
 * @param declaredAt the line that asks for it, or for the thing around it
 */
public record FieldDocument(
        String path,
        Optional<Object> desired,
        Optional<Object> live,
        Optional<Object> lastApplied,
        String cause,
        Impact impact,
        Instant since,
        LocationDocument declaredAt) {
    static FieldDocument of(FieldDrift field) {
        return new FieldDocument(
                field.path(),
                field.difference().desired(),
                field.difference().live(),
                field.lastApplied(),
                field.cause().word(),
                field.difference().impact(),
                field.since(),
                LocationDocument.of(field.declaredAt()));
    }
}
