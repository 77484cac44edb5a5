package io.holdfast.desired.git;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A branch as far as it could be fetched.
 *
 * @param head its head, as fetched now or last; absent where it was never fetched
 * @param failure why it could not be fetched now; absent when it could
 */
record Tip(Optional<ObjectId> head, Optional<Exception> failure) {
    Tip {
        requireNonNull(head, "head");
        requireNonNull(failure, "failure");
    }
}
