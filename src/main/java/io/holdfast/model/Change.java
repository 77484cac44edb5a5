package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One intention: what would make one resource as declared.
 *
 * @param action what is done
 * @param subject what it is done about
 * @param differences what it is to close in the end; empty unless it is an update or a replacement
 * @param steps the AWS calls, in order; where AWS takes one at a time, the first
 * @param impact what it costs the people who use the resource
 * @param rulings what every guardrail said of it, in the order in which they are asked
 */
public record Change(
        Action action,
        Subject subject,
        List<Difference> differences,
        List<Step> steps,
        Impact impact,
        List<Ruling> rulings) {
    public Change {
        requireNonNull(action, "action");
        requireNonNull(subject, "subject");
        differences = List.copyOf(differences);
        steps = List.copyOf(steps);
        requireNonNull(impact, "impact");
        rulings = List.copyOf(rulings);
    }

    /** One that nobody has been asked about yet. */
    public static Change of(
            Action action, Subject subject, List<Difference> differences, List<Step> steps, Impact impact) {
        return new Change(action, subject, differences, steps, impact, List.of());
    }

    public ResourceId id() {
        return subject.id();
    }

    /** The declared resource it is about; absent for a stray. */
    public Optional<ResourceDrift> drift() {
        return subject instanceof ResourceDrift drift ? Optional.of(drift) : Optional.empty();
    }

    /** The stray it is about; absent for a declared resource. */
    public Optional<Stray> stray() {
        return subject instanceof Stray stray ? Optional.of(stray) : Optional.empty();
    }

    /** Whether it was made so often, for nothing, that the resource is left alone for this reason. */
    public boolean isLeft(Excuse.Reason reason) {
        return action != Action.UPDATE
                && reason.isForPeople()
                && verdict().reason().equals(reason.word());
    }

    /** One short name for what it is to bring about; that of an update are its differences. */
    public String wish() {
        return action.word() + " " + subject.digest();
    }

    /** The AWS calls it takes, each once. */
    public List<String> calls() {
        return steps.stream().map(Step::call).distinct().toList();
    }

    /** What its calls would bring about beside what they are sent for, a sentence each. */
    public List<String> sideEffects() {
        return action == Action.UPDATE
                ? drift().map(it -> it.sideEffects(steps)).orElseGet(List::of)
                : List.of();
    }

    /** The same, with what another guardrail said. */
    public Change ruled(Ruling ruling) {
        return new Change(
                action,
                subject,
                differences,
                steps,
                impact,
                Stream.concat(rulings.stream(), Stream.of(ruling)).toList());
    }

    /**
     * Whether it may be made: the first that holds it decides, for nobody's approval would help before; then the first that
     * asks a person; then a person's word.
     */
    public Verdict verdict() {
        return first(Verdict.Hold.class)
                .or(() -> first(Verdict.NeedsApproval.class))
                .or(() -> first(Verdict.Approved.class))
                .orElseGet(Verdict::proceed);
    }

    /** Whether a person is still to be asked, whatever else holds it. */
    public boolean asks() {
        return first(Verdict.NeedsApproval.class).isPresent();
    }

    private Optional<Verdict> first(Class<? extends Verdict> sort) {
        return rulings.stream().map(Ruling::verdict).filter(sort::isInstance).findFirst();
    }

    /** What can be done to a resource. */
    public enum Action {
        CREATE,
        UPDATE,
        ADOPT,
        /** Only another resource can have what is asked for: this one is deleted, and a later pass makes the other. */
        REPLACE,
        /** It is declared no longer. */
        DELETE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether what is live is gone afterwards. */
        public boolean destroys() {
            return this == REPLACE || this == DELETE;
        }
    }
}
