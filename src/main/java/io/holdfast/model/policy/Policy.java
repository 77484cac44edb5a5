package io.holdfast.model.policy;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Mode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far Holdfast may go in one environment.
 *
 * @param mode in general
 * @param modes exceptions; the narrowest that covers something decides, of equals the most careful
 * @param ignores differences somebody lives with
 * @param windows when some changes wait
 * @param limits how much may happen without a person
 * @param prune whether strays are deleted
 * @param approvals who must agree
 */
public record Policy(
        Mode mode,
        List<ModeRule> modes,
        List<IgnoreRule> ignores,
        Windows windows,
        Limits limits,
        Prune prune,
        ApprovalRules approvals) {
    public Policy {
        requireNonNull(mode, "mode");
        modes = List.copyOf(modes);
        ignores = List.copyOf(ignores);
        requireNonNull(windows, "windows");
        requireNonNull(limits, "limits");
        requireNonNull(prune, "prune");
        requireNonNull(approvals, "approvals");
    }

    /** A mode, and nothing else said. */
    public static Policy of(Mode mode) {
        return new Policy(
                mode, List.of(), List.of(), Windows.none(), Limits.DEFAULT, Prune.off(), ApprovalRules.DEFAULT);
    }

    /** The mode for a resource as a whole. */
    public Mode modeOf(Lineage resource) {
        return narrowest(
                        resource,
                        modes.stream()
                                .filter(it ->
                                        it.of().field().isEmpty() && it.of().covers(resource))
                                .toList())
                .orElse(mode);
    }

    /** The mode for one field, where a rule of its own says so. */
    public Optional<Mode> modeOf(Lineage resource, String path) {
        return narrowest(
                resource,
                modes.stream()
                        .filter(it -> it.of().field().isPresent() && it.of().covers(resource, path))
                        .toList());
    }

    /** The rule by which a difference in this field is lived with; of several the first in the file. */
    public Optional<IgnoreRule> ignored(Lineage resource, String path, Instant now) {
        return ignores.stream()
                .filter(it -> !it.isExpired(now) && it.of().covers(resource, path))
                .findFirst();
    }

    private static Optional<Mode> narrowest(Lineage resource, List<ModeRule> covering) {
        return covering.stream()
                .min(Comparator.comparing((ModeRule it) -> -it.of().narrowness(resource))
                        .thenComparing(ModeRule::mode))
                .map(ModeRule::mode);
    }
}
