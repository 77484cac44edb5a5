package io.holdfast.report.document;

import io.holdfast.model.Suppressed;

/**
 * A declared field that was not compared, or whose difference is explained.
 *
 * @param id the resource
 * @param path the field
 * @param reason why, for people
 */
public record SuppressedDocument(String id, String path, String reason) {
    static SuppressedDocument of(Suppressed suppressed) {
        return new SuppressedDocument(suppressed.id().toString(), suppressed.path(), suppressed.sentence());
    }
}
