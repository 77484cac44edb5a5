package io.holdfast.plan;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Declared;
import io.holdfast.model.Difference;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Facts;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Impact;
import io.holdfast.model.Ownership;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Step;
import io.holdfast.model.Sync;
import io.holdfast.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns drift into the changes that would close it, each with a verdict. */
public final class Planner {
    private Planner() {}

    public static Plan plan(DriftReport report, Situation situation) {
        List<Change> changes = new ArrayList<>();
        report.resources().forEach(drift -> changes.addAll(changesFor(drift)));
        return new Plan(report, Verdicts.on(changes, report, situation));
    }

    private static List<Change> changesFor(ResourceDrift drift) {
        if (drift.sync() == Sync.UNKNOWN) {
            return List.of();
        }
        Optional<Facts> facts = drift.facts();
        if (facts.isEmpty()) {
            return List.of(create(drift));
        }
        return facts.orElseThrow().ownership() instanceof Ownership.Unowned ? List.of(adopt(drift)) : updates(drift);
    }

    private static Change create(ResourceDrift drift) {
        List<Step> steps = drift.declared().kind().createCalls().stream()
                .map(call -> new Step(call, List.of()))
                .toList();
        return new Change(Action.CREATE, drift, steps, Impact.IN_PLACE, Verdict.proceed());
    }

    private static Change adopt(ResourceDrift drift) {
        Step tag = new Step(drift.declared().kind().adoptCall(), List.of());
        return new Change(Action.ADOPT, drift, List.of(tag), Impact.IN_PLACE, Verdict.proceed());
    }

    /** What can be changed in one change, and what only another resource can have in a change of its own. */
    private static List<Change> updates(ResourceDrift drift) {
        List<Change> changes = new ArrayList<>();
        List<Difference> changeable = changeable(drift);
        if (!changeable.isEmpty()) {
            List<Step> steps = steps(drift.declared(), changeable);
            changes.add(new Change(Action.UPDATE, drift, steps, worst(changeable), Verdict.proceed()));
        }
        if (drift.impact().filter(it -> it == Impact.REPLACEMENT).isPresent()) {
            changes.add(new Change(Action.REPLACE, drift, List.of(), Impact.REPLACEMENT, Verdict.proceed()));
        }
        return changes;
    }

    /** The differences that may be closed now; if every one of them has to wait, all, so that the plan shows them. */
    private static List<Difference> changeable(ResourceDrift drift) {
        List<FieldDrift> fields = drift.fields().stream()
                .filter(it -> it.difference().impact() != Impact.REPLACEMENT)
                .toList();
        boolean allHeld = fields.stream().allMatch(it -> it.hold().isPresent());
        return fields.stream()
                .filter(it -> allHeld || it.hold().isEmpty())
                .map(FieldDrift::difference)
                .toList();
    }

    private static <S> List<Step> steps(Declared<S> declared, List<Difference> differences) {
        return declared.kind().steps(differences);
    }

    private static Impact worst(List<Difference> differences) {
        return differences.stream().map(Difference::impact).reduce(Impact.IN_PLACE, Impact::worse);
    }
}
