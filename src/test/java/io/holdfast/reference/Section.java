package io.holdfast.reference;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.form.Form;
import io.holdfast.model.Kind;
import java.util.Locale;
import java.util.Optional;

/**
 * One table of the reference page: a map under keys of ours.
 *
 * @param path the keys that lead to it, {@code NAME} for the author's; empty for the top of a file
 * @param keys what it tells
 * @param depth 2 for what has a place in the table of contents, more for what stands inside
 * @param kind what is declared here or around it
 * @param field the path of the map within that declaration, as the field table writes it; empty for the declaration itself
 */
record Section(String path, Form.Keys keys, int depth, Optional<Kind<?>> kind, String field) {
    Section {
        requireNonNull(path, "path");
        requireNonNull(keys, "keys");
        requireNonNull(kind, "kind");
        requireNonNull(field, "field");
    }

    boolean isDeclaration() {
        return kind.isPresent() && field.isEmpty();
    }

    String title() {
        return path.isEmpty() ? "The top of a file" : "`" + path + "`";
    }

    /** As GitHub makes them: what is no letter, digit, hyphen or blank goes, blanks become hyphens. */
    static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }

    /** A link from the section around it, which need not be named again. */
    String link(Section around) {
        String own =
                around.path().isEmpty() ? path : path.substring(around.path().length() + 1);
        return "[`" + own + "`](#" + anchor(title()) + ")";
    }

    String link() {
        return "[" + title() + "](#" + anchor(title()) + ")";
    }
}
