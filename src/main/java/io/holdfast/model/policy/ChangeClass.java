package io.holdfast.model.policy;

import java.util.Locale;

/** Why live would be changed, as far as windows tell it apart. */
public enum ChangeClass {
    /** The YAML asks for something new. */
    DEPLOY,
    /** Live was changed behind our back, and is put back. */
    REPAIR,
    /** Something is declared no longer, and is deleted. */
    PRUNE;

    /** As the YAML writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
