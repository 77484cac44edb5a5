package io.holdfast.ledger;

import java.util.List;
import java.util.Optional;

/** Which commits environments follow, and which a person let them follow. Keeps what {@link Ledger} keeps to. */
public interface FollowedHeads {
    /** One for each environment that follows a branch, by its name. */
    List<AcceptedHead> accepted();

    /** Remembers what an environment follows instead of what it followed; what was approved for it is used up by that. */
    void accept(AcceptedHead head);

    /** Forgets what an environment follows, and what was approved for it. */
    void forget(String environment);

    /** What a person last said of an environment; empty when nothing, or when it is used up. */
    Optional<ApprovedHead> approved(String environment);

    /** Remembers what a person says, instead of what one said before of the same environment. */
    void approve(ApprovedHead head);
}
