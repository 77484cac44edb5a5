package io.holdfast.report.document;

import io.holdfast.export.Exported;
import java.util.List;

/**
 * What is live, as the YAML of an environment.
 *
 * @param schema {@link #SCHEMA}
 * @param environment what it is called in the YAML
 * @param complete whether all of what was asked for could be looked at
 * @param notSeen what could not; the YAML lacks it, or may
 * @param notes what was seen and is not in the YAML, or not whole, each with its reason
 * @param yaml the environment's file
 */
public record ExportDocument(
        String schema, String environment, boolean complete, List<String> notSeen, List<String> notes, String yaml) {
    public static final String SCHEMA = "holdfast.export/v1";

    public static ExportDocument of(String environment, Exported exported) {
        return new ExportDocument(
                SCHEMA,
                environment,
                exported.notSeen().isEmpty(),
                exported.notSeen(),
                exported.left(),
                exported.yaml());
    }
}
