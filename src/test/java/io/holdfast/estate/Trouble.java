package io.holdfast.estate;

import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import io.holdfast.sandbox.fault.Spoiled.Body;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * A fault of the sandbox, and how often it strikes one operation. A read is struck more often than the SDK tries again, or
 * nobody behind the SDK would hear of it.
 *
 * @param fault makes a new one, because some keep count
 * @param onReads which reads it strikes
 * @param onWrites which writes it strikes
 */
record Trouble(String name, Supplier<Fault> fault, Selector onReads, Selector onWrites) {
    private static final Selector NONE = number -> false;
    private static final Selector PAST_RETRIES = Selector.first(6);
    private static final Selector ONCE = Selector.first(1);

    /** What may become of any call. */
    static List<Trouble> all() {
        return List.of(
                any("refuse", () -> Fault.refuse(503, "ServiceUnavailable")),
                any("refuse-after-effect", () -> Fault.refuseAfterEffect(500, "InternalFailure")),
                any("lose-reply", Fault::loseReply),
                any("lose-request", Fault::loseRequest),
                any("answer-late", () -> Fault.answerLate(Duration.ofSeconds(20))),
                any("apply-late", () -> Fault.applyLate(Duration.ofSeconds(90))),
                any("body-truncated", () -> Fault.body(Body.TRUNCATED, 200)),
                any("body-empty", () -> Fault.body(Body.EMPTY, 200)),
                any("body-html", () -> Fault.body(Body.HTML, 502)),
                any("body-html with 200", () -> Fault.body(Body.HTML, 200)),
                new Trouble("stale", () -> Fault.stale(2), PAST_RETRIES, NONE),
                new Trouble("hide", Trouble::hidden, Selector.always(), NONE));
    }

    private static Trouble any(String name, Supplier<Fault> fault) {
        return new Trouble(name, fault, PAST_RETRIES, ONCE);
    }

    /** Shorter than the doubt Holdfast has after a create. */
    private static Fault hidden() {
        return Fault.hide(Api.of("*", "Create*"), Duration.ofSeconds(100));
    }

    /** Of these, what may become of a call that makes nothing. */
    boolean needsCreates() {
        return name.equals("hide");
    }

    boolean mayHideRevisions() {
        return onWrites == NONE;
    }

    Selector on(boolean isRead) {
        return isRead ? onReads : onWrites;
    }

    /** Whether it strikes reads, for each run it takes. */
    List<Boolean> sides() {
        return onWrites == NONE ? List.of(true) : List.of(true, false);
    }
}
