package io.holdfast.report.document;

import io.holdfast.model.Fault;
import io.holdfast.model.ResourceId;

/**
 * A resource we could not look at: it may be there or not, as declared or not.
 *
 * @param id our identity of it
 * @param reason the call that failed and what AWS answered
 */
public record NotSeenDocument(String id, String reason) {
    static NotSeenDocument of(ResourceId id, Fault fault) {
        return new NotSeenDocument(id.toString(), fault.toString());
    }
}
