package io.holdfast.desired.git;

import java.io.IOException;
import java.time.Duration;

/** A fetch that was stopped because it took too much. */
final class OverLimit extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean isSize;

    private OverLimit(String message, boolean isSize) {
        super(message);
        this.isSize = isSize;
    }

    static OverLimit bytes(long most) {
        return new OverLimit("more than " + most + " bytes (holdfast.source.limits.bytes)", true);
    }

    static OverLimit objects(int asked, int most) {
        return new OverLimit(
                asked + " objects, and up to " + most + " are allowed (holdfast.source.limits.objects)", true);
    }

    static OverLimit time(Duration most) {
        return new OverLimit(
                "it took longer than " + most.toMillis() / 1000.0 + " s (holdfast.source.limits.time)", false);
    }

    static OverLimit stopped() {
        return new OverLimit("Holdfast is stopping", false);
    }

    /** Whether there is too much to fetch, and not only too little time. */
    boolean isSize() {
        return isSize;
    }
}
