package io.holdfast.desired;

import io.holdfast.desired.Claim.Claimant;
import io.holdfast.desired.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Live resources that more than one environment asks for. Each of these would undo what the other does, and nobody
 * can say which of them is meant: all get a finding.
 */
final class Collisions {
    private Collisions() {}

    /**
     * Environment to its findings. What does not load claims nothing; what stays in force in its place still does.
     *
     * @param now each environment as it is in the folder
     * @param before those that loaded before, as they were then
     */
    static Map<String, List<Finding>> among(SortedMap<String, Reading> now, SortedMap<String, Reading> before) {
        Map<Claim, List<Claimant>> claimants = new HashMap<>();
        now.forEach((environment, reading) -> {
            Reading inForce = reading.desired().isPresent() ? reading : before.getOrDefault(environment, reading);
            inForce.desired()
                    .ifPresent(it -> inForce.claims()
                            .forEach((claim, claimant) -> claimants
                                    .computeIfAbsent(claim, unknown -> new ArrayList<>())
                                    .add(claimant)));
        });
        Map<String, List<Finding>> findings = new TreeMap<>();
        claimants.forEach((claim, all) -> all.stream()
                .filter(one -> all.size() > 1)
                .forEach(one -> findings.computeIfAbsent(one.id().environment(), unknown -> new ArrayList<>())
                        .add(one.collidesWith(other(one, all), claim))));
        return findings;
    }

    private static Claimant other(Claimant one, List<Claimant> all) {
        return all.stream().filter(it -> !it.equals(one)).findFirst().orElseThrow();
    }
}
