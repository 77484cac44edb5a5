package io.holdfast.plan.guardrail;

import io.holdfast.model.Change;
import io.holdfast.model.Declared;
import io.holdfast.model.DriftReport;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Sync;
import io.holdfast.model.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Is what it needs there, or about to be made before it? */
public final class NeedsGuardrail {
    private NeedsGuardrail() {}

    /**
     * Asks of one change.
     *
     * @param judged the changes before it, with their verdicts
     */
    public static Verdict ask(Change change, List<Change> judged, DriftReport report) {
        if (change.action().destroys()) {
            return Verdict.proceed();
        }
        Set<ResourceId> needs = needs(change, report);
        Stream<Verdict> verdicts = report.resources().stream()
                .filter(it -> needs.contains(it.id()))
                .map(it -> askOf(it, change, judged));
        return Stream.concat(verdicts, judged.stream().flatMap(it -> askOfFollowed(change, it)))
                .filter(it -> !it.mayProceed())
                .findFirst()
                .orElseGet(Verdict::proceed);
    }

    private static Stream<Verdict> askOfFollowed(Change change, Change other) {
        boolean held = !other.verdict().mayProceed() && !Consent.isAskedOfBoth(change, other);
        boolean follows = change.drift()
                .filter(it -> FollowersGuardrail.follows(it.declared(), other))
                .isPresent();
        return held && follows
                ? Stream.of(Verdict.hold("DependencyHeld", "waits for " + other.id() + ", which is held"))
                : Stream.empty();
    }

    /** Needs are named as the YAML names them: resolved, a reference is an AWS name that leads to no resource of ours. */
    private static Set<ResourceId> needs(Change change, DriftReport report) {
        return report.desired().find(change.id()).map(NeedsGuardrail::needs).orElseGet(Set::of);
    }

    private static <S> Set<ResourceId> needs(Declared<S> declared) {
        return declared.kind().needs(declared.id(), declared.state());
    }

    private static Verdict askOf(ResourceDrift needed, Change change, List<Change> judged) {
        if (needed.sync() == Sync.UNKNOWN) {
            return Verdict.hold("DependencyUnseen", "waits for " + needed.id() + ", which we could not look at");
        }
        if (needed.facts().isPresent()) {
            return Verdict.proceed();
        }
        return judged.stream()
                .filter(it -> it.id().equals(needed.id()))
                .findFirst()
                .map(it -> askOfCreate(it, change))
                .orElseGet(() -> missing(needed.id(), "which is not there"));
    }

    private static Verdict askOfCreate(Change create, Change change) {
        if (create.verdict().mayProceed() || Consent.isAskedOfBoth(change, create)) {
            return Verdict.proceed();
        }
        return missing(
                create.id(),
                create.verdict() instanceof Verdict.NeedsApproval
                        ? "which waits for a person"
                        : "which is not there and held");
    }

    private static Verdict missing(ResourceId id, String why) {
        return Verdict.hold("DependencyMissing", "waits for " + id + ", " + why);
    }
}
