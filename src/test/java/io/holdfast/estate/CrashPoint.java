package io.holdfast.estate;

import io.holdfast.estate.Mortality.Moment;
import io.holdfast.sandbox.CallLog;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a process dies.
 *
 * @param call at which of its calls, from 1
 * @param operation what it asked there in the undisturbed run
 * @param moment before, within or after the call
 */
record CrashPoint(int call, String operation, Moment moment) {
    /** Every point at which the process that made these calls could have died. */
    static List<CrashPoint> of(List<CallLog.Entry> calls) {
        return IntStream.range(0, calls.size())
                .boxed()
                .flatMap(it -> moments(calls.get(it)).stream()
                        .map(moment -> new CrashPoint(it + 1, calls.get(it).operation(), moment)))
                .toList();
    }

    /** A read has no effect, so that all that matters is that the process ended there. */
    private static List<Moment> moments(CallLog.Entry call) {
        return call.read() ? List.of(Moment.BEFORE_SEND) : List.of(Moment.values());
    }

    /** The way to AWS of one that dies there. */
    Mortality mortality() {
        return new Mortality(call, moment);
    }
}
