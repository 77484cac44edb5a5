package io.holdfast.report.document;

import java.util.List;

/**
 * The fields that were left alone and are enforced again.
 *
 * @param schema {@link #SCHEMA}
 * @param resource the id of the resource
 * @param fields the fields; the empty one for the resource itself
 */
public record ResumedDocument(String schema, String resource, List<String> fields) {
    public static final String SCHEMA = "holdfast.resumed/v1";

    public static ResumedDocument of(String resource, List<String> fields) {
        return new ResumedDocument(SCHEMA, resource, fields);
    }
}
