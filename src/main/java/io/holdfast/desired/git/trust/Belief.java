package io.holdfast.desired.git.trust;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Whether a signature speaks for somebody we trust. */
sealed interface Belief {
    /** It does. */
    record Trusted() implements Belief {}

    /**
     * It does not.
     *
     * @param key fingerprint or id of the key it claims to be made with; absent where there is none to name
     * @param reason why, in a clause
     */
    record Refused(Optional<String> key, String reason) implements Belief {
        public Refused {
            requireNonNull(key, "key");
            requireNonNull(reason, "reason");
        }
    }

    static Belief refused(String reason) {
        return new Refused(Optional.empty(), reason);
    }

    static Belief refused(String key, String reason) {
        return new Refused(Optional.of(key), reason);
    }
}
