package io.holdfast.report.document;

import io.holdfast.report.EnvironmentStatus;
import java.util.List;

/**
 * One environment in full, except for its resources.
 *
 * @param schema {@link #SCHEMA}
 * @param status the environment in a line
 * @param conditions the six, in a fixed order
 * @param problems what is wrong with its YAML, one line each with file and line; empty while it loads
 */
public record EnvironmentDocument(
        String schema, EnvironmentRow status, List<ConditionDocument> conditions, List<String> problems) {
    public static final String SCHEMA = "holdfast.environment/v1";

    public static EnvironmentDocument of(EnvironmentStatus status) {
        return new EnvironmentDocument(
                SCHEMA,
                EnvironmentRow.of(status),
                status.conditions().stream().map(ConditionDocument::of).toList(),
                status.problems());
    }
}
