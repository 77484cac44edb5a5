package io.holdfast.desired;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.DesiredState;
import java.util.List;
import java.util.Optional;

/** What became of one environment. */
public sealed interface EnvironmentLoad {
    /** The desired state to act on; absent where none was ever good. */
    Optional<DesiredState> inForce();

    /** What is wrong with what is in the folder now; none if it loaded. */
    List<Finding> findings();

    /**
     * Whether the findings are about what the files say; if not, the newest could not be had or may not be followed, and
     * nobody can say whether it loads.
     */
    boolean isRead();

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
        public boolean isRead() {
            return true;
        }

        @Override
        public String meanwhile() {
            return Revisions.brief(desired.revision()) + " is in force";
        }
    }

    /**
     * It did not load.
     *
     * @param findings why, in the order of the files; at most {@link #TOLD} of them
     * @param lastGood what stays in force, marked stale; absent where none was ever good
     */
    record Invalid(List<Finding> findings, boolean isRead, Optional<DesiredState> lastGood) implements EnvironmentLoad {
        /** A file that is wrong from top to bottom is not read from top to bottom. */
        public static final int TOLD = 200;

        public Invalid {
            findings = findings.stream().sorted(Finding.ORDER).limit(TOLD).toList();
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
        return new Invalid(findings, true, lastGood.map(DesiredState::asStale));
    }

    /** Nothing newer can be had, because of this. */
    static EnvironmentLoad held(Finding objection, Optional<DesiredState> lastGood) {
        return new Invalid(List.of(objection), false, lastGood.map(DesiredState::asStale));
    }

    /** The findings as a compiler writes them, one a line, each with what happens meanwhile. */
    default List<String> lines() {
        return findings().stream()
                .map(finding -> finding.text() + "; " + meanwhile())
                .toList();
    }
}
