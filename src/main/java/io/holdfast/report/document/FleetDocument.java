package io.holdfast.report.document;

import io.holdfast.report.EnvironmentStatus;
import java.util.List;

/**
 * All environments at a glance.
 *
 * @param schema {@link #SCHEMA}
 * @param trouble what keeps Holdfast itself from working, one sentence each; empty when nothing does
 * @param environments one row each, by name
 */
public record FleetDocument(String schema, List<String> trouble, List<EnvironmentRow> environments) {
    public static final String SCHEMA = "holdfast.status/v1";

    public static FleetDocument of(List<String> trouble, List<EnvironmentStatus> statuses) {
        return new FleetDocument(
                SCHEMA, trouble, statuses.stream().map(EnvironmentRow::of).toList());
    }
}
