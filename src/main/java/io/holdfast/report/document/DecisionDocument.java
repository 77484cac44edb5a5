package io.holdfast.report.document;

import io.holdfast.consent.Remark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody said of a plan.
 *
 * @param id its own name
 * @param answer {@code approve} or {@code reject}
 * @param actor who
 * @param reason why, in their words; absent when they gave none
 * @param planId the plan they saw
 * @param commit the revision it was made for
 * @param at when
 * @param expiresAt from when on it no longer holds
 * @param counts whether any part of it still does
 * @param changes what it was about
 */
public record DecisionDocument(
        String id,
        String answer,
        String actor,
        Optional<String> reason,
        String planId,
        String commit,
        Instant at,
        Instant expiresAt,
        boolean counts,
        List<Part> changes) {
    static DecisionDocument of(Remark remark) {
        var decision = remark.decision();
        return new DecisionDocument(
                decision.id(),
                decision.approved() ? "approve" : "reject",
                decision.actor(),
                decision.reason(),
                decision.planId(),
                decision.commit(),
                decision.at(),
                decision.expiresAt(),
                remark.counts(),
                remark.parts().stream().map(Part::of).toList());
    }

    /**
     * One change it was about.
     *
     * @param id the resource
     * @param name its AWS name
     * @param action what was to be done to it
     * @param named whether the person named it, and did not only say yes to all
     * @param voidBecause why it counts no longer; absent while it does
     */
    public record Part(String id, String name, String action, boolean named, Optional<String> voidBecause) {
        static Part of(Remark.Part part) {
            return new Part(
                    part.item().resource(),
                    part.item().key(),
                    part.item().action().word(),
                    part.item().named(),
                    part.voidBecause());
        }
    }
}
