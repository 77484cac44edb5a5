package io.holdfast.web;

import jakarta.ws.rs.BadRequestException;
import java.util.Optional;

/**
 * That a field somebody fights about is enforced again.
 *
 * @param resource its id: {@code production/service/backend}, or {@code service/backend} for short
 * @param field the path of the field; left out, all that is contended of the resource
 * @param reason why, for the audit trail
 */
record PeaceWish(Optional<String> resource, Optional<String> field, Optional<Reason> reason) {
    static final PeaceWish NOTHING = new PeaceWish(Optional.empty(), Optional.empty(), Optional.empty());
    private static final int LONGEST = 600;

    /** The resource's whole id. */
    String id(String environment) {
        String given = resource.filter(PeaceWish::isSpeakable)
                .orElseThrow(() -> new BadRequestException(
                        "resource says what somebody fights about, such as service/backend; nothing was done"));
        if (field.isPresent() && !isSpeakable(field.get())) {
            throw new BadRequestException("field is the path of a field, or is left out for all; nothing was done");
        }
        return given.startsWith(environment + "/") ? given : environment + "/" + given;
    }

    String because() {
        return reason.map(Reason::text)
                .orElseThrow(() -> new BadRequestException(
                        "reason is missing: whoever meets the rival next wants to know; nothing was done"));
    }

    private static boolean isSpeakable(String name) {
        return !name.isBlank() && name.length() <= LONGEST && name.chars().noneMatch(Character::isISOControl);
    }
}
