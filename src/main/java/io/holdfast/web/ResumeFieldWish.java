package io.holdfast.web;

import jakarta.ws.rs.BadRequestException;
import java.util.Optional;

/**
 * How it is asked for that a field is enforced again that was left alone.
 *
 * @param resource its id: {@code production/service/backend}, or {@code service/backend} for short
 * @param field the path of the field; left out, all of the resource
 * @param reason why, for the audit trail
 */
record ResumeFieldWish(Optional<String> resource, Optional<String> field, Optional<Reason> reason) {
    static final ResumeFieldWish NOTHING = new ResumeFieldWish(Optional.empty(), Optional.empty(), Optional.empty());

    /** The resource's whole id. */
    String id(String environment) {
        if (resource.isEmpty()) {
            throw new BadRequestException("resource says of what, such as service/backend; nothing was done");
        }
        if (field.isPresent() && !ResourceName.isSpeakable(field.get())) {
            throw new BadRequestException("field is the path of a field, or is left out for all; nothing was done");
        }
        return ResourceName.of(resource.get()).in(environment);
    }

    String because() {
        return reason.map(Reason::text)
                .orElseThrow(() -> new BadRequestException(
                        "reason is missing: whoever meets the rival next wants to know; nothing was done"));
    }
}
