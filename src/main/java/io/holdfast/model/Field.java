package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One row of a kind's field table: what we manage, when two values count as equal, what a change costs and which
 * call makes it. Immutable; {@link #compared}, {@link #costing}, {@link #by}, {@link #choosing} and {@link #hidden} return
 * another one.
 *
 * @param <S> the state record
 */
public final class Field<S> {
    private final String path;
    private final Function<S, Optional<?>> get;
    private final Comparison rule;
    private final Impact worst;
    private final Optional<BiFunction<Object, Optional<Object>, Impact>> cost;
    private final String call;
    private final Optional<BiFunction<Object, Optional<Object>, String>> choice;
    private final boolean hidden;

    private Field(
            String path,
            Function<S, Optional<?>> get,
            Comparison rule,
            Impact worst,
            Optional<BiFunction<Object, Optional<Object>, Impact>> cost,
            String call,
            Optional<BiFunction<Object, Optional<Object>, String>> choice,
            boolean hidden) {
        this.path = requireNonNull(path, "path");
        this.get = requireNonNull(get, "get");
        this.rule = requireNonNull(rule, "rule");
        this.worst = requireNonNull(worst, "worst");
        this.cost = requireNonNull(cost, "cost");
        this.call = requireNonNull(call, "call");
        this.choice = requireNonNull(choice, "choice");
        this.hidden = hidden;
    }

    /** A value that may be left out; compared exactly until {@link #compared} says otherwise. */
    public static <S> Field<S> of(String path, Function<S, Optional<?>> get, Impact impact) {
        return new Field<>(path, get, Comparison.exact(), impact, Optional.empty(), "", Optional.empty(), false);
    }

    /** A value every declaration has. */
    public static <S> Field<S> required(String path, Function<S, ?> get, Impact impact) {
        return of(path, state -> Optional.of(get.apply(state)), impact);
    }

    public Field<S> compared(Comparison other) {
        return new Field<>(path, get, other, worst, cost, call, choice, hidden);
    }

    /** What a change costs where the two values, declared and live in normal form, decide that: the row's own impact, or less. */
    public Field<S> costing(BiFunction<Object, Optional<Object>, Impact> other) {
        return new Field<>(path, get, rule, worst, Optional.of(other), call, choice, hidden);
    }

    /** The AWS call that changes it, such as {@code ecs:UpdateService}. */
    public Field<S> by(String other) {
        return new Field<>(path, get, rule, worst, cost, other, choice, hidden);
    }

    /** The call where the two values, declared and live in normal form, decide which one it is; {@link #by} has the usual one. */
    public Field<S> choosing(BiFunction<Object, Optional<Object>, String> other) {
        return new Field<>(path, get, rule, worst, cost, call, Optional.of(other), hidden);
    }

    /** May hold a secret: compared, but never shown, and kept as a digest only. */
    public Field<S> hidden() {
        return new Field<>(path, get, rule, worst, cost, call, choice, true);
    }

    String path() {
        return path;
    }

    Comparison rule() {
        return rule;
    }

    Impact impact(Object desired, Optional<Object> live) {
        return cost.map(it -> it.apply(desired, live)).orElse(worst);
    }

    Cost cost(String prefix) {
        return new Cost(prefix + path, worst, cost.isPresent(), call);
    }

    String call() {
        return call;
    }

    String call(Object desired, Optional<Object> live) {
        return choice.map(it -> it.apply(desired, live)).orElse(call);
    }

    boolean isHidden() {
        return hidden;
    }

    /** The value in normal form, if the state has one. */
    Optional<Object> in(S state) {
        return get.apply(state).map(rule::normal);
    }

    /** Entries of a text map: the building block of {@link FieldTable.Builder#entries}. */
    static Field<String> entry(Impact impact, String call, boolean hidden) {
        Field<String> value =
                Field.<String>required("", Function.identity(), impact).by(call);
        return hidden ? value.hidden() : value;
    }
}
