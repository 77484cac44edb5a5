package io.holdfast.desired.git;

import io.holdfast.desired.finding.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** Whether the commits that would be followed were made by people who may make them. */
@FunctionalInterface
public interface CommitTrust {
    /**
     * What stands against following a branch to its new head. With an objection the environment stays on the commit it
     * is on, and the finding is shown.
     *
     * @param commits the new head first, then every commit it brings that the last accepted one did not; the new head
     *     alone where nothing was accepted before. Never empty. What a shallow mirror does not hold is not in it
     * @param mirror holds these commits; to be read, not to be kept
     * @throws IOException when a commit cannot be read, which counts as an objection
     */
    Optional<Finding> objection(List<ObjectId> commits, Repository mirror) throws IOException;

    /** Whether each commit is asked about, so that all of them must be fetched; otherwise the new head is enough. */
    default boolean asksEach() {
        return true;
    }

    /** Trusts whoever can push. */
    static CommitTrust none() {
        return new CommitTrust() {
            @Override
            public Optional<Finding> objection(List<ObjectId> commits, Repository mirror) {
                return Optional.empty();
            }

            @Override
            public boolean asksEach() {
                return false;
            }
        };
    }
}
