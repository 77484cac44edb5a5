package io.holdfast.model;

import java.util.Optional;

/** What other resources are called where they are declared: the way back of {@link References}. */
@FunctionalInterface
public interface Named {
    /** The logical name of the resource that has this AWS name; empty for one that is not declared here. */
    Optional<String> name(KindName kind, String key);
}
