package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** What came of one call that acts. */
public sealed interface Outcome {
    /**
     * AWS did it.
     *
     * @param arn what AWS calls the thing from now on, where the call told
     */
    record Done(Optional<String> arn) implements Outcome {
        public Done {
            requireNonNull(arn, "arn");
        }
    }

    /**
     * AWS accepted it and finishes later.
     *
     * @param token what a later look recognises the work by; empty where the field values alone tell
     * @param patience how long it may take before a person should hear of it
     * @param arn what AWS calls the thing, where the call told
     */
    record Underway(String token, Duration patience, Optional<String> arn) implements Outcome {
        public Underway {
            requireNonNull(token, "token");
            requireNonNull(patience, "patience");
            requireNonNull(arn, "arn");
        }
    }

    /** AWS refused, or nobody knows. */
    record Failed(Fault fault) implements Outcome {
        public Failed {
            requireNonNull(fault, "fault");
        }
    }

    static Outcome done() {
        return new Done(Optional.empty());
    }

    static Outcome done(String arn) {
        return new Done(Optional.of(arn));
    }

    static Outcome underway(String token, Duration patience) {
        return new Underway(token, patience, Optional.empty());
    }

    static Outcome underway(String token, Duration patience, String arn) {
        return new Underway(token, patience, Optional.of(arn));
    }

    static Outcome failed(Fault fault) {
        return new Failed(fault);
    }
}
