package io.holdfast.sandbox.fault;

import io.holdfast.sandbox.wire.Input;
import java.time.Duration;
import java.time.Instant;

/** One call on its way through the faults to its effect. */
public interface Attempt {

    /** The caller's account. */
    String account();

    /** The request's region. */
    String region();

    /** The service by its signing name, such as {@code ecs} or {@code monitoring}. */
    String service();

    /** The operation in AWS spelling. */
    String operation();

    /** The operation's members. */
    Input input();

    /** Whether the operation changes nothing. */
    boolean isRead();

    /** The time of the call. */
    Instant now();

    /** Goes on: through the remaining faults, then to the effect. */
    Answer proceed();

    /** Lets the effect happen later, by itself; nobody gets its answer. */
    void proceedLater(Duration delay);

    /** The answer as it would have been before the last so many writes to this service in this account and region. */
    Answer before(int writes);

    /** Whether anything matching was written within the given time before now, in this account and region. */
    boolean hasWritten(Api api, Duration within);

    /** The answer as if the matching writes of the given time before now had not happened yet. */
    Answer without(Api api, Duration within);

    /** Lets somebody else make a call in the same account and region, first. A refusal of it is the other's problem. */
    void byOther(String service, String operation, Input input);
}
