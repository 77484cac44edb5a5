package io.holdfast.desired.form;

import static java.util.Objects.requireNonNull;

/**
 * A key of ours.
 *
 * @param name as it is written
 * @param about where it is explained
 * @param isRequired whether it must be written
 * @param form what may stand under it
 */
public record Key(String name, About about, boolean isRequired, Form form) {
    public Key {
        requireNonNull(name, "name");
        requireNonNull(about, "about");
        requireNonNull(form, "form");
    }
}
