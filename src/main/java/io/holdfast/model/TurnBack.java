package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a field was sent, accepted, and not kept: somebody changed it back, or AWS has never shown it.
 *
 * @param times how often, 1 or more
 * @param first when the first time
 * @param last when the last time
 * @param commit the revision in force; a new one starts afresh, unless AWS has never shown what is asked for
 * @param rival what live had instead at the last time, in normal form as text; {@link Difference#HIDDEN} if it may be a secret
 * @param unshown one short name for the difference it was to close, another one starts afresh; absent where live once was as
 *     declared, so that somebody must have changed it back
 */
public record TurnBack(int times, Instant first, Instant last, String commit, String rival, Optional<String> unshown) {
    /**
     * How long AWS may show what was before a plain call: RDS and ElastiCache take up to about a minute (AWS-SEMANTICS section 5),
     * the others less.
     */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    /**
     * With one, two, four and eight minutes between them, these reach over a quarter of an hour: longer than any answer of AWS is
     * known to lag behind, and no more calls than a person would try.
     */
    private static final int MOST_UNSHOWN = 5;

    private static final int MOST_DOUBLINGS = 3;

    public TurnBack {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        requireNonNull(commit, "commit");
        requireNonNull(rival, "rival");
        requireNonNull(unshown, "unshown");
    }

    /** Whether AWS has accepted that this very difference be closed, and has never been seen to do so. */
    public boolean isUnshown(String difference) {
        return unshown.filter(difference::equals).isPresent();
    }

    /** Whether this is what somebody had changed it to. */
    public boolean isTurned(String live) {
        return unshown.isEmpty() && rival.equals(live);
    }

    /** Up to when what was accepted may be about to show, so that it is not sent again. */
    public Instant patience() {
        int doublings = unshown.isEmpty() ? 0 : Math.min(times - 1, MOST_DOUBLINGS);
        return last.plus(SETTLING.multipliedBy(1L << doublings));
    }

    /** Whether it was sent as often as that may help, and never shown. */
    public boolean isSpent() {
        return unshown.isPresent() && times >= MOST_UNSHOWN;
    }

    /**
     * What a person is told once it is sent no more.
     *
     * @param call what was accepted
     * @param shown what live shows instead
     */
    public String sentence(String call, String shown) {
        return "AWS accepted " + call + " " + times + " times between " + first + " and " + last
                + ", and live still shows "
                + shown
                + ": AWS does not keep it, or somebody changes it back before it is seen; not sent again until the"
                + " YAML or live has another value, or a person resumes it or asks for a pass; an ignore rule lives with it";
    }
}
