package io.holdfast.report.document;

import io.holdfast.model.Stray;
import java.time.Instant;

/**
 * A live resource of ours that nothing declares any longer. Reported, never deleted by itself.
 *
 * @param id our identity of it
 * @param kind what it is
 * @param name its AWS name
 * @param arn what AWS calls it
 * @param since when it was first seen to be one
 */
public record StrayDocument(String id, String kind, String name, String arn, Instant since) {
    static StrayDocument of(Stray stray) {
        return new StrayDocument(
                stray.id().toString(), stray.id().kind().type(), stray.key(), stray.arn(), stray.since());
    }
}
