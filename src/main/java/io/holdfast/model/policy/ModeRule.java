package io.holdfast.model.policy;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Location;
import io.holdfast.model.Mode;

/**
 * Another mode for some of an environment.
 *
 * @param of what it is for
 * @param mode how far Holdfast may go there
 * @param at where it is written
 */
public record ModeRule(Selector of, Mode mode, Location at) {
    public ModeRule {
        requireNonNull(of, "of");
        requireNonNull(mode, "mode");
        requireNonNull(at, "at");
    }
}
