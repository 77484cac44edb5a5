package io.holdfast.desired;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Flaws;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What became of one environment. */
public sealed interface EnvironmentLoad {
    /** The desired state to act on; absent where none was ever good. */
    Optional<DesiredState> inForce();

    /** What is wrong with what is in the folder now; none if it loaded. */
    List<Finding> findings();

    /** What the findings are about. */
    Flaws.Of flawed();

    /** What Holdfast does about the findings, in a clause. */
    String meanwhile();

    /** It loaded. */
    record Loaded(DesiredState desired) implements EnvironmentLoad {
        public Loaded {
            requireNonNull(desired, "desired");
        }

        @Override
        public Optional<DesiredState> inForce() {
            return Optional.of(desired);
        }

        @Override
        public List<Finding> findings() {
            return List.of();
        }

        @Override
        public Flaws.Of flawed() {
            return Flaws.Of.FILES;
        }

        @Override
        public String meanwhile() {
            return Revisions.brief(desired.revision()) + " is in force";
        }
    }

    /**
     * It did not load.
     *
     * @param findings why, what a person has to see to first, then in the order of the files; at most {@link #TOLD} of them
     * @param flawed what they are about
     * @param lastGood what stays in force, marked stale; absent where none was ever good
     */
    record Invalid(List<Finding> findings, Flaws.Of flawed, Optional<DesiredState> lastGood)
            implements EnvironmentLoad {
        /** A file that is wrong from top to bottom is not read from top to bottom. */
        public static final int TOLD = 200;

        private static final Comparator<Finding> URGENT_FIRST =
                Comparator.comparing((Finding it) -> !it.code().needsPerson()).thenComparing(Finding.ORDER);

        public Invalid {
            findings = findings.stream().sorted(URGENT_FIRST).limit(TOLD).toList();
            requireNonNull(flawed, "flawed");
            requireNonNull(lastGood, "lastGood");
        }

        @Override
        public Optional<DesiredState> inForce() {
            return lastGood;
        }

        @Override
        public String meanwhile() {
            return lastGood.map(it -> Revisions.brief(it.revision()) + " stays in force")
                    .orElse("nothing is in force, and nothing is touched");
        }
    }

    static EnvironmentLoad loaded(DesiredState desired) {
        return new Loaded(desired);
    }

    static EnvironmentLoad invalid(List<Finding> findings, Optional<DesiredState> lastGood) {
        return new Invalid(findings, Flaws.Of.FILES, lastGood.map(DesiredState::asStale));
    }

    /** Nothing newer can be had or followed, because of the first of these; what is older may have findings of its own. */
    static EnvironmentLoad held(List<Finding> findings, Optional<DesiredState> lastGood) {
        Flaws.Of flawed = findings.get(0).code().needsPerson()
                ? Flaws.Of.HEAD
                : findings.size() == 1 ? Flaws.Of.SOURCE : Flaws.Of.FILES;
        return new Invalid(findings, flawed, lastGood.map(DesiredState::asStale));
    }

    /** The findings as a compiler writes them, one a line, each with what happens meanwhile. */
    default List<String> lines() {
        return findings().stream()
                .map(finding -> finding.text() + "; " + meanwhile())
                .toList();
    }
}
