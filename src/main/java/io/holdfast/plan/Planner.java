package io.holdfast.plan;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Declared;
import io.holdfast.model.Difference;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Impact;
import io.holdfast.model.Kind;
import io.holdfast.model.Observed;
import io.holdfast.model.Ownership;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Step;
import io.holdfast.model.Stray;
import io.holdfast.plan.guardrail.Classes;
import io.holdfast.plan.guardrail.Modes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns drift into the changes that would close it, each with a verdict. */
public final class Planner {
    private Planner() {}

    /** The plan for what a look has found. */
    public static Plan plan(Situation situation) {
        List<Change> changes = new ArrayList<>();
        situation.report().resources().forEach(drift -> changes.addAll(changesFor(drift, situation)));
        if (situation.policy().prune().enabled()) {
            situation.report().strays().forEach(stray -> changes.addAll(delete(stray)));
        }
        return new Plan(situation.report(), Verdicts.on(changes, situation));
    }

    private static List<Change> changesFor(ResourceDrift drift, Situation situation) {
        if (drift.observed() instanceof Observed.Unseen<?>) {
            return List.of();
        }
        if (drift.observed().isAbsent()) {
            return List.of(create(drift));
        }
        return drift.facts().orElseThrow().ownership() instanceof Ownership.Unowned
                ? List.of(adopt(drift))
                : updates(drift, situation);
    }

    private static Change create(ResourceDrift drift) {
        List<Step> steps = drift.kind().createCalls().stream()
                .map(call -> new Step(call, List.of()))
                .toList();
        return Change.of(Action.CREATE, drift, List.of(), steps, Impact.IN_PLACE);
    }

    private static Change adopt(ResourceDrift drift) {
        Step tag = new Step(drift.kind().adoptCall(), List.of());
        return Change.of(Action.ADOPT, drift, List.of(), List.of(tag), Impact.IN_PLACE);
    }

    /** Some kinds are left where they are: they cost nothing there. */
    private static List<Change> delete(Stray stray) {
        List<Step> steps = deletion(stray.kind(), stray.live());
        return steps.isEmpty()
                ? List.of()
                : List.of(Change.of(Action.DELETE, stray, List.of(), steps, Impact.REPLACEMENT));
    }

    /** What is live is of the kind's own type: the kind's observer has made it. */
    @SuppressWarnings("unchecked")
    private static <S> List<Step> deletion(Kind<S> kind, Observed.Present<?> live) {
        return kind.deletion((S) live.state());
    }

    /** What can be changed, and what only another resource can have in a change of its own. */
    private static List<Change> updates(ResourceDrift drift, Situation situation) {
        List<Change> changes = new ArrayList<>();
        together(drift, situation).forEach(fields -> changes.add(update(drift, fields)));
        if (drift.impact().filter(it -> it == Impact.REPLACEMENT).isPresent()) {
            changes.add(replace(drift));
        }
        return changes;
    }

    /** The fields that can be changed, those in one change for which the same may happen at the same time. */
    private static List<List<FieldDrift>> together(ResourceDrift drift, Situation situation) {
        Map<String, List<FieldDrift>> groups = new LinkedHashMap<>();
        for (FieldDrift field : drift.fields()) {
            if (field.difference().impact() != Impact.REPLACEMENT) {
                boolean waits = situation
                        .policy()
                        .windows()
                        .closed(Classes.of(field, drift), situation.now())
                        .isPresent();
                String group = Modes.of(drift, field.path(), situation.policy()) + (waits ? " later" : "");
                groups.computeIfAbsent(group, it -> new ArrayList<>()).add(field);
            }
        }
        return List.copyOf(groups.values());
    }

    private static Change update(ResourceDrift drift, List<FieldDrift> fields) {
        List<Difference> differences = changeable(fields);
        List<Step> steps = steps(drift.declared(), differences);
        return Change.of(Action.UPDATE, drift, differences, steps, worst(differences));
    }

    private static Change replace(ResourceDrift drift) {
        List<Difference> differences = drift.fields().stream()
                .map(FieldDrift::difference)
                .filter(it -> it.impact() == Impact.REPLACEMENT)
                .toList();
        List<Step> steps = drift.kind().holdsData()
                ? List.of()
                : deletion(drift.kind(), drift.observed().present().orElseThrow());
        return Change.of(Action.REPLACE, drift, differences, steps, Impact.REPLACEMENT);
    }

    /** The differences that may be closed now; if every one of them has to wait, all, so that the plan shows them. */
    private static List<Difference> changeable(List<FieldDrift> fields) {
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
