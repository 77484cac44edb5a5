package io.holdfast.apply;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Outcome;
import io.holdfast.model.Plan;
import io.holdfast.model.Reference;
import io.holdfast.model.References;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What has been made so far in this pass, so that what depends on it can go on or has to wait. */
final class Progress {
    private final DesiredState desired;
    private final Map<ResourceId, Reference> known = new HashMap<>();
    private final Set<ResourceId> pending = new TreeSet<>();

    Progress(Plan plan) {
        desired = plan.report().desired();
        for (ResourceDrift drift : plan.report().resources()) {
            known.put(drift.id(), new Reference(drift.key(), drift.facts().map(it -> it.arn())));
        }
        plan.changes().stream().filter(Progress::isAwaited).map(Change::id).forEach(pending::add);
    }

    /** Others wait for what is to be created, and for what they follow. */
    private static boolean isAwaited(Change change) {
        return change.action() == Action.CREATE || change.action() == Action.UPDATE;
    }

    References references() {
        return References.of(known);
    }

    /** The first of a change's needs that is not ready for it. */
    Optional<ResourceId> missingFor(Change change) {
        if (change.action().destroys()) {
            return Optional.empty();
        }
        Set<ResourceId> followed =
                change.drift().map(it -> followed(it.declared())).orElseGet(Set::of);
        return needs(change).stream()
                .filter(pending::contains)
                .filter(it -> followed.contains(it) || isAbsent(it))
                .findFirst();
    }

    private boolean isAbsent(ResourceId id) {
        return Optional.ofNullable(known.get(id)).flatMap(Reference::arn).isEmpty();
    }

    void note(Applied applied) {
        if (!applied.isDone()) {
            return;
        }
        ResourceId id = applied.change().id();
        pending.remove(id);
        applied.outcome()
                .map(Outcome.Done.class::cast)
                .flatMap(Outcome.Done::arn)
                .ifPresent(arn -> known.computeIfPresent(id, (key, it) -> new Reference(it.key(), Optional.of(arn))));
    }

    /** As the YAML names them: resolved, a reference is an AWS name that leads to no resource of ours. */
    private Set<ResourceId> needs(Change change) {
        return desired.find(change.id()).map(Progress::needs).orElseGet(Set::of);
    }

    private static <S> Set<ResourceId> needs(Declared<S> declared) {
        Set<ResourceId> needs = new TreeSet<>(declared.kind().needs(declared.id(), declared.state()));
        needs.addAll(followed(declared));
        return needs;
    }

    private static <S> Set<ResourceId> followed(Declared<S> declared) {
        return new TreeSet<>(
                declared.kind().follows(declared.id(), declared.state()).values());
    }
}
