package io.holdfast.desired.slot;

import io.holdfast.model.Terms;
import java.util.Optional;

/**
 * What any resource may say beside its own fields.
 *
 * @param adopt whether a live resource that carries nobody's mark may be taken over; left out, no
 * @param protect whether it may never be deleted or replaced, also when it is declared no longer: taken back first, in a
 *     commit of its own. What is declared inside is protected, too. Left out, no
 */
public record Beside(Optional<Boolean> adopt, Optional<Boolean> protect) {
    /**
     * What has to be said for terms to hold.
     *
     * @param isProtectedAround whether what the resource stands in is protected, and it with it
     */
    public static Beside of(Terms terms, boolean isProtectedAround) {
        return new Beside(
                Optional.of(terms.adopt()).filter(it -> it),
                Optional.of(terms.protect()).filter(it -> it && !isProtectedAround));
    }
}
