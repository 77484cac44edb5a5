package io.holdfast.report.document;

import io.holdfast.model.Change;
import io.holdfast.model.Plan;
import io.holdfast.model.Stray;
import java.time.Instant;
import java.util.Optional;

/**
 * A live resource of ours that nothing declares any longer.
 *
 * @param id our identity of it
 * @param kind what it is
 * @param name its AWS name
 * @param arn what AWS calls it
 * @param since when it was first seen to be one
 * @param plan its deletion; absent where pruning is off, so that it is left alone
 */
public record StrayDocument(
        String id, String kind, String name, String arn, Instant since, Optional<ChangeDocument> plan) {
    static StrayDocument of(Stray stray, Plan plan) {
        return new StrayDocument(
                stray.id().toString(),
                stray.id().kind().type(),
                stray.key(),
                stray.arn(),
                stray.since(),
                deletion(stray, plan).map(ChangeDocument::of));
    }

    private static Optional<Change> deletion(Stray stray, Plan plan) {
        return plan.changes().stream()
                .filter(it -> it.stray().filter(stray::equals).isPresent())
                .findFirst();
    }
}
