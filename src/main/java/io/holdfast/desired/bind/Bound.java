package io.holdfast.desired.bind;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a map in YAML that was to be a record.
 *
 * @param value the record; absent where a finding stands against it
 * @param findings all that is wrong with it
 * @param fields where each of its fields was written, by dotted path inside the record
 */
public record Bound<T>(Optional<T> value, List<Finding> findings, Map<String, Location> fields) {
    public Bound {
        requireNonNull(value, "value");
        findings = List.copyOf(findings);
        fields = Map.copyOf(fields);
    }
}
