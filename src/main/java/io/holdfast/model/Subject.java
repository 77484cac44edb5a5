package io.holdfast.model;

import io.holdfast.model.policy.Lineage;
import java.util.Optional;

/** What a change is about: a declared resource that is not as declared, or one that is declared no longer. */
public sealed interface Subject permits ResourceDrift, Stray {
    ResourceId id();

    Kind<?> kind();

    /** Its AWS name. */
    String key();

    /** What the look told beside its fields; absent while it is not there. */
    Optional<Facts> facts();

    /** What the ledger is to hold of it after this look. */
    Remembered memory();

    /** The resource and the declarations it stands in. */
    Lineage lineage();

    /** Whether the YAML protects it, or did when it was last declared. */
    boolean isProtected();

    /** One short name for what is wished of it. */
    String digest();

    /** One short name for this very difference between wish and live: another one starts everything afresh. */
    String fingerprint();
}
