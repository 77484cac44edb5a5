package io.holdfast.report;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Change;
import io.holdfast.model.Condition;
import io.holdfast.model.Health;
import io.holdfast.model.Mode;
import io.holdfast.model.Plan;
import io.holdfast.model.Sync;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an environment is, as of its last pass.
 *
 * @param environment its name
 * @param sync whether live is as declared
 * @param health as sick as its sickest resource
 * @param operation what Holdfast is doing about it
 * @param mode how far Holdfast may go; absent while no desired state has ever loaded
 * @param conditions the six, in the order of their types
 * @param problems what is wrong with the YAML, one line each; empty while it loads
 * @param plan what the last look found and would do, with the drift report; absent while none was possible
 * @param lastPassAt when the last pass ended
 * @param lastSuccessAt when a pass last saw everything and nothing failed in it; absent if never since the start
 * @param nextPassAt when the next one begins at the latest
 */
public record EnvironmentStatus(
        String environment,
        Sync sync,
        Health.Status health,
        Operation operation,
        Optional<Mode> mode,
        List<Condition> conditions,
        List<String> problems,
        Optional<Plan> plan,
        Instant lastPassAt,
        Optional<Instant> lastSuccessAt,
        Instant nextPassAt) {
    public EnvironmentStatus {
        requireNonNull(environment, "environment");
        requireNonNull(sync, "sync");
        requireNonNull(health, "health");
        requireNonNull(operation, "operation");
        requireNonNull(mode, "mode");
        conditions = List.copyOf(conditions);
        problems = List.copyOf(problems);
        requireNonNull(plan, "plan");
        requireNonNull(lastPassAt, "lastPassAt");
        requireNonNull(lastSuccessAt, "lastSuccessAt");
        requireNonNull(nextPassAt, "nextPassAt");
    }

    /** The condition that says who holds it; absent while nobody does. */
    public Optional<Condition> paused() {
        return conditions.stream()
                .filter(it -> it.type() == Condition.Type.PAUSED && it.status() == Condition.Status.TRUE)
                .findFirst();
    }

    /** How many changes a person is still to be asked about, whatever else holds them. */
    public long approvalsPending() {
        return plan.stream()
                .flatMap(it -> it.changes().stream())
                .filter(Change::asks)
                .count();
    }

    /** Why there is no plan: nothing ever loaded, or every pass so far broke off before it had looked. */
    public String whyNoPlan() {
        return mode.isEmpty()
                ? "no desired state has ever loaded: " + String.join("; ", problems)
                : conditions.stream()
                        .filter(it -> it.type() == Condition.Type.OBSERVED)
                        .map(Condition::message)
                        .collect(Collectors.joining());
    }

    public EnvironmentStatus nextAt(Instant other) {
        return new EnvironmentStatus(
                environment,
                sync,
                health,
                operation,
                mode,
                conditions,
                problems,
                plan,
                lastPassAt,
                lastSuccessAt,
                other);
    }
}
