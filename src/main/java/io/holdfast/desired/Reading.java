package io.holdfast.desired;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.Claim.Claimant;
import io.holdfast.desired.finding.Finding;
import io.holdfast.model.DesiredState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What one environment's files say.
 *
 * @param desired the desired state; absent where a finding stands against it
 * @param sources the texts it was read from; absent as the desired state is
 * @param findings all that is wrong
 * @param claims the live resources it asks for, as far as they could be told
 */
record Reading(
        Optional<DesiredState> desired,
        Optional<Sources> sources,
        List<Finding> findings,
        Map<Claim, Claimant> claims) {
    Reading {
        requireNonNull(desired, "desired");
        requireNonNull(sources, "sources");
        findings = List.copyOf(findings);
        claims = Map.copyOf(claims);
    }

    /** The same at the commit that its files, unchanged, are at now. */
    Reading at(Draft draft) {
        Optional<Sources> now =
                sources.map(it -> draft.sources(new TreeSet<>(it.files().keySet())));
        return new Reading(
                desired.map(it -> it.at(now.map(Sources::revision).orElse(it.revision()))), now, findings, claims);
    }

    /** What is said by no file at all. */
    static Reading nothing() {
        return new Reading(Optional.empty(), Optional.empty(), List.of(), Map.of());
    }
}
