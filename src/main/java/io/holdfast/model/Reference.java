package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Another resource, as far as a kind may know it.
 *
 * @param key its AWS name, known from the YAML alone; what makes it unique is the kind's to say
 * @param arn what AWS calls it; absent while it is not there, or not yet what the YAML asks for
 */
public record Reference(String key, Optional<String> arn) {
    public Reference {
        requireNonNull(key, "key");
        requireNonNull(arn, "arn");
    }
}
