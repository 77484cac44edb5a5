package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One field of one resource, declared beside live, both in normal form.
 *
 * @param path dotted, as in the YAML
 * @param desired what is asked for; absent for a live member of a map or list that we own and nobody declared
 * @param live what AWS shows; absent when AWS shows nothing
 * @param rule when the two count as the same
 * @param impact what closing a difference costs
 * @param call the call that closes it
 * @param hidden whether the value may be a secret, so that it is never shown or kept
 */
public record Cell(
        String path,
        Optional<Object> desired,
        Optional<Object> live,
        Comparison rule,
        Impact impact,
        String call,
        boolean hidden) {
    public Cell {
        requireNonNull(path, "path");
        requireNonNull(desired, "desired");
        requireNonNull(live, "live");
        requireNonNull(rule, "rule");
        requireNonNull(impact, "impact");
        requireNonNull(call, "call");
    }

    public boolean isMet() {
        return desired.map(it -> rule.holds(it, live)).orElse(live.isEmpty());
    }

    /** Whether a value in the state record's own type, which AWS will show later, is what is asked for. */
    public boolean isMetBy(Object value) {
        return desired.filter(it -> rule.holds(it, Optional.of(rule.normal(value))))
                .isPresent();
    }

    /** The same field with another value asked for, in the state record's own type. */
    public Cell asking(Object value) {
        return new Cell(path, Optional.of(rule.normal(value)), live, rule, impact, call, hidden);
    }

    /** The same field with what AWS will show, in the state record's own type, in place of what it shows. */
    public Cell becoming(Object value) {
        return new Cell(path, desired, Optional.of(rule.normal(value)), rule, impact, call, hidden);
    }

    /** The difference, values hidden where they may be secret. */
    public Difference difference() {
        return new Difference(path, shown(desired), shown(live), impact, call, Difference.digest(path, desired, live));
    }

    private Optional<Object> shown(Optional<Object> value) {
        return hidden ? value.map(it -> Difference.HIDDEN) : value;
    }

    @Override
    public String toString() {
        return difference().toString();
    }
}
