package io.holdfast.desired;

import static io.holdfast.desired.finding.Code.SEMANTIC;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.KindName;
import io.holdfast.model.Location;
import io.holdfast.model.ResourceId;
import java.util.Locale;

/**
 * A live resource that a declaration asks for, by what AWS knows it by.
 *
 * @param account the account it lives in
 * @param region the region it lives in
 * @param kind what it is
 * @param name its AWS name in lower case: AWS folds the case of most, and people read no difference in any
 */
record Claim(String account, String region, KindName kind, String name) {
    Claim {
        name = name.toLowerCase(Locale.ROOT);
    }

    /**
     * Who claims it.
     *
     * @param at where it is declared
     * @param path the keys that lead there
     */
    record Claimant(ResourceId id, Location at, String path) {
        Finding collidesWith(Claimant other, Claim claim) {
            return Finding.of(
                            SEMANTIC,
                            at,
                            path,
                            "%s %s is also declared by %s in %s"
                                    .formatted(claim.kind(), claim.name(), other.id(), other.at()))
                    .allowed("one declaration of each; take one away, or give it another name in AWS");
        }
    }
}
