package io.holdfast.sandbox.cloudwatch;

import io.holdfast.sandbox.wire.Input;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a metric alarm was told to be. A put replaces all of it; AWS fills in empty lists and {@code ActionsEnabled}, nothing else.
 *
 * @param members the members that were sent, by their AWS names, in wire types
 */
public record AlarmSettings(Map<String, Object> members) {

    /** Keeps the members' order. */
    public AlarmSettings {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The settings a request asks for; throws {@code ValidationError} for those AWS refuses. */
    public static AlarmSettings of(Input input) {
        AlarmRules.check(input);
        return new AlarmSettings(Member.readAll(input, AlarmShape.MEMBERS));
    }

    /** The same with one member replaced. */
    public AlarmSettings with(String member, Object value) {
        var changed = new LinkedHashMap<>(members);
        changed.put(member, value);
        return new AlarmSettings(changed);
    }

    /** The value beyond which the alarm goes off; empty for a band of expected values. */
    public Optional<Double> threshold() {
        return get("Threshold", Double.class);
    }

    /** The ARNs under a member, such as {@code AlarmActions}. */
    public List<String> actions(String member) {
        return get(member, List.class).stream()
                .flatMap(arns -> ((List<?>) arns).stream())
                .map(String.class::cast)
                .toList();
    }

    boolean actionsEnabled() {
        return get("ActionsEnabled", Boolean.class).orElse(true);
    }

    /** The series the alarm watches; empty for metric math. */
    Optional<MetricId> metric() {
        var dimensions = MetricId.dimensionsOf(new Input(members).list("Dimensions"));
        return get("MetricName", String.class)
                .map(name -> new MetricId(get("Namespace", String.class).orElse(""), name, dimensions));
    }

    /** How a period's points become one number; empty for a percentile. */
    Optional<Statistic> statistic() {
        return get("Statistic", String.class).map(Statistic::valueOf);
    }

    Optional<String> unit() {
        return get("Unit", String.class);
    }

    Duration period() {
        return Duration.ofSeconds(get("Period", Integer.class).orElseThrow());
    }

    int evaluationPeriods() {
        return get("EvaluationPeriods", Integer.class).orElseThrow();
    }

    int datapointsToAlarm() {
        return get("DatapointsToAlarm", Integer.class).orElseGet(this::evaluationPeriods);
    }

    MissingData missingData() {
        return get("TreatMissingData", String.class).map(MissingData::valueOf).orElse(MissingData.missing);
    }

    Optional<Comparison> comparison() {
        return get("ComparisonOperator", String.class).flatMap(Comparison::of);
    }

    private <T> Optional<T> get(String member, Class<T> type) {
        return Optional.ofNullable(members.get(member)).map(type::cast);
    }
}
