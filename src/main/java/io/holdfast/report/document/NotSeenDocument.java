package io.holdfast.report.document;

import io.holdfast.model.DriftReport;
import java.util.List;

/**
 * A resource we could not look at: it may be there or not, as declared or not.
 *
 * @param id our identity of it
 * @param reason the call that failed and what AWS answered
 */
public record NotSeenDocument(String id, String reason) {
    static List<NotSeenDocument> of(DriftReport report) {
        return report.notSeen().entrySet().stream()
                .map(it -> new NotSeenDocument(
                        it.getKey().toString(), it.getValue().toString()))
                .toList();
    }
}
