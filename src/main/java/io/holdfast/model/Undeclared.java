package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * What was found of something that the ledger knows and nothing declares any longer.
 *
 * @param kind what it is
 * @param known what the ledger holds of it
 * @param observed what the look found
 */
public record Undeclared<S>(Kind<S> kind, Remembered known, Observed<S> observed) {
    public Undeclared {
        requireNonNull(kind, "kind");
        requireNonNull(known, "known");
        requireNonNull(observed, "observed");
    }

    /** Whether its kind is never deleted: then there is nothing to say of it any more. */
    public boolean isLeftBehind() {
        return observed.present()
                .filter(it -> kind.deletion(it.state()).isEmpty())
                .isPresent();
    }
}
