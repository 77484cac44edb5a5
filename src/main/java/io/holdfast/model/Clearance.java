package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What IAM says of a permission, before anything is done with it. */
public sealed interface Clearance {
    Permission permission();

    /** It is there. */
    record Allowed(Permission permission) implements Clearance {
        public Allowed {
            requireNonNull(permission, "permission");
        }
    }

    /**
     * It is missing.
     *
     * @param because why, in a sentence
     */
    record Denied(Permission permission, String because) implements Clearance {
        public Denied {
            requireNonNull(permission, "permission");
            requireNonNull(because, "because");
        }
    }

    /**
     * Nothing may be concluded.
     *
     * @param because why, in a sentence
     * @param trouble why IAM could not be asked; absent where it has answered
     */
    record Open(Permission permission, String because, Optional<Fault> trouble) implements Clearance {
        public Open {
            requireNonNull(permission, "permission");
            requireNonNull(because, "because");
            requireNonNull(trouble, "trouble");
        }

        /** IAM could not be asked. */
        public static Open of(Permission permission, Fault trouble) {
            return new Open(permission, trouble.toString(), Optional.of(trouble));
        }
    }
}
