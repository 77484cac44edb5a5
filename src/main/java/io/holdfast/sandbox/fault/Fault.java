package io.holdfast.sandbox.fault;

import io.holdfast.sandbox.wire.Input;
import java.time.Duration;
import java.util.Map;

/** One way for a call to go wrong. */
public interface Fault {

    /** The name it is counted under. */
    String name();

    /** What happens to the call. */
    Answer strike(Attempt attempt);

    /** Whether there is anything to spoil this time; the rule's selector has already chosen the call. */
    default boolean applies(Attempt attempt) {
        return true;
    }

    /** Refused before any effect. */
    static Fault refuse(int status, String code) {
        return new Refuse(status, code, false);
    }

    /** Refused although the effect happened. */
    static Fault refuseAfterEffect(int status, String code) {
        return new Refuse(status, code, true);
    }

    /** The effect happened, the reply was lost. */
    static Fault loseReply() {
        return new LoseConnection(true);
    }

    /** The connection was lost on the way there: no effect. */
    static Fault loseRequest() {
        return new LoseConnection(false);
    }

    /** The effect happened at once, the answer arrives late. */
    static Fault answerLate(Duration delay) {
        return new AnswerLate(delay);
    }

    /** The client gives up now, the effect happens later. */
    static Fault applyLate(Duration delay) {
        return new ApplyLate(delay);
    }

    /** Reads answer from before the last so many writes. */
    static Fault stale(int writes) {
        return new Stale(writes);
    }

    /** Reads do not see what matching calls made within the given time. */
    static Fault hide(Api creates, Duration duration) {
        return new Hide(creates, duration);
    }

    /** A member of the answer keeps a value for a while, wherever it occurs in it. */
    static Fault stayIn(String member, String value, Duration duration) {
        return new StayIn(member, value, duration);
    }

    /** The answer's body is spoiled after the effect. */
    static Fault body(Spoiled.Body body, int status) {
        return new Spoiled(body, status);
    }

    /** A token bucket per account, region and service, refilled as time passes. */
    static Fault throttle(int capacity, double refillPerSecond) {
        return new Throttle(capacity, refillPerSecond);
    }

    /** Somebody else changes something just before the call. */
    static Fault byOther(String service, String operation, Map<String, Object> input) {
        return new ByOther(service, operation, new Input(input));
    }
}
