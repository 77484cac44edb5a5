package io.holdfast.scenario;

import io.holdfast.model.Change;
import io.holdfast.model.Difference;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Normal;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Step;
import io.holdfast.model.Stray;
import io.holdfast.model.Suppressed;
import io.holdfast.model.Sync;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plan as a person would write it down: what differs, what is explained away, what would be done and why not. */
final class PlanText {
    private PlanText() {}

    static String of(Plan plan) {
        List<ResourceDrift> drifted = plan.report().resources().stream()
                .filter(it -> it.sync() != Sync.SYNCED)
                .toList();
        return section("drift", drifted, PlanText::drift)
                + section("suppressed", plan.report().suppressed(), PlanText::suppressed)
                + section("strays", plan.report().strays(), PlanText::stray)
                + section("plan", plan.changes(), PlanText::change);
    }

    private static <T> String section(String name, List<T> members, Function<T, String> text) {
        return members.isEmpty()
                ? name + ": []\n"
                : members.stream().map(text).collect(Collectors.joining("", name + ":\n", ""));
    }

    private static String drift(ResourceDrift drift) {
        String cause = drift.cause().map(it -> ", cause: " + it.word()).orElse("");
        String fields = drift.fields().stream().map(PlanText::field).collect(Collectors.joining());
        return "  - {resource: " + drift.id() + ", sync: " + drift.sync().word() + cause + "}\n" + fields;
    }

    private static String field(FieldDrift field) {
        Difference difference = field.difference();
        return "  - {field: " + field.path()
                + ", live: " + shown(difference.live())
                + ", desired: " + shown(difference.desired())
                + ", cause: " + field.cause().word()
                + ", impact: " + difference.impact()
                + field.hold().map(it -> ", hold: " + it.reason().word()).orElse("")
                + "}\n";
    }

    private static String shown(Optional<Object> value) {
        return value.map(Normal::text).orElse("null");
    }

    private static String suppressed(Suppressed suppressed) {
        return "  - {resource: " + suppressed.id() + ", field: " + suppressed.path() + ", reason: "
                + suppressed.reason().word() + "}\n";
    }

    private static String stray(Stray stray) {
        return "  - {resource: " + stray.id() + ", key: " + stray.key() + "}\n";
    }

    private static String change(Change change) {
        String reason = change.verdict().reason().isEmpty()
                ? ""
                : ", reason: " + change.verdict().reason();
        String steps = change.steps().stream().map(PlanText::step).collect(Collectors.joining());
        return "  - {" + change.action().word() + ": " + change.id() + ", verdict: "
                + change.verdict().word() + reason + "}\n" + steps;
    }

    private static String step(Step step) {
        return "  - {call: " + step.call() + ", sends: " + step.paths() + "}\n";
    }
}
