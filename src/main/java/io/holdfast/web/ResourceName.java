package io.holdfast.web;

import jakarta.ws.rs.BadRequestException;
import java.util.Optional;

/**
 * How somebody names a resource of an environment.
 *
 * @param text its id, {@code production/service/backend}, or {@code service/backend} for short
 */
record ResourceName(String text) {
    private static final int LONGEST = 600;

    /** Refuses what cannot be the name of anything; a list that was sent may hold a null as well. */
    static ResourceName of(String text) {
        return Optional.ofNullable(text)
                .filter(ResourceName::isSpeakable)
                .map(ResourceName::new)
                .orElseThrow(() -> new BadRequestException(
                        "a resource is named as in its id, such as service/backend; nothing was done"));
    }

    /** Whether something may stand in a sentence: not blank, not too long, no control character. */
    static boolean isSpeakable(String name) {
        return !name.isBlank() && name.length() <= LONGEST && name.chars().noneMatch(Character::isISOControl);
    }

    /** The resource's whole id. */
    String in(String environment) {
        return text.startsWith(environment + "/") ? text : environment + "/" + text;
    }
}
