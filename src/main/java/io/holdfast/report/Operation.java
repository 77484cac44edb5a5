package io.holdfast.report;

import io.holdfast.model.Change;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Subject;
import io.holdfast.model.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** What Holdfast is doing about an environment. */
public enum Operation {
    IDLE("Idle"),
    /** Changes were sent in the last pass, or will be in the next. */
    APPLYING("Applying"),
    AWAITING_APPROVAL("AwaitingApproval"),
    AWAITING_WINDOW("AwaitingWindow"),
    /** AWS is finishing what it accepted. */
    VERIFYING("Verifying"),
    /** A change failed and is tried again later. */
    BACKOFF("Backoff");

    /** Reasons that only the clock takes away. */
    private static final List<String> WINDOWS = List.of("Frozen", "OutsideWindow");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The most pressing thing that goes on. */
    public static Operation of(Plan plan) {
        if (any(plan, it -> it.mayProceed())) {
            return APPLYING;
        }
        if (subjects(plan.report()).anyMatch(Operation::isUnderway)) {
            return VERIFYING;
        }
        if (any(plan, it -> WINDOWS.contains(it.reason()))) {
            return AWAITING_WINDOW;
        }
        if (any(plan, it -> it.reason().equals("Backoff") || it.reason().equals("Stalled"))) {
            return BACKOFF;
        }
        return any(plan, it -> it instanceof Verdict.NeedsApproval) ? AWAITING_APPROVAL : IDLE;
    }

    private static Stream<Subject> subjects(DriftReport report) {
        return Stream.concat(report.resources().stream(), report.strays().stream());
    }

    private static boolean isUnderway(Subject subject) {
        return (subject.memory().expectation().isPresent() && !waitsForTheWindow(subject))
                || subject.memory().intent().isPresent()
                || subject.facts().filter(it -> it.underway().isPresent()).isPresent();
    }

    /** AWS is finishing nothing for days on end; looking every few seconds would not hurry it. */
    private static boolean waitsForTheWindow(Subject subject) {
        return subject instanceof ResourceDrift drift
                && drift.suppressed().stream()
                        .filter(it -> it.reason() == Reason.PENDING_WINDOW)
                        .anyMatch(it -> drift.memory()
                                .expectation()
                                .orElseThrow()
                                .paths()
                                .contains(it.path()));
    }

    private static boolean any(Plan plan, java.util.function.Predicate<Verdict> question) {
        return plan.changes().stream().map(Change::verdict).anyMatch(question);
    }
}
