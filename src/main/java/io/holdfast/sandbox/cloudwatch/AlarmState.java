package io.holdfast.sandbox.cloudwatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state an alarm is in.
 *
 * @param value {@code OK}, {@code ALARM} or {@code INSUFFICIENT_DATA}
 * @param reason the reason for people
 * @param reasonData the reason as JSON, with the data points looked at; empty when nothing was measured
 * @param since when the alarm came into this state
 */
public record AlarmState(String value, String reason, Optional<String> reasonData, Instant since) {

    /** The members of an alarm that say what happens in which state. */
    static final List<String> ACTION_MEMBERS = List.of("OKActions", "AlarmActions", "InsufficientDataActions");

    private static final Map<String, String> ACTIONS_OF =
            Map.of("OK", "OKActions", "ALARM", "AlarmActions", "INSUFFICIENT_DATA", "InsufficientDataActions");

    /** Refuses missing parts. */
    public AlarmState {
        requireNonNull(value, "value");
        requireNonNull(reason, "reason");
        requireNonNull(reasonData, "reasonData");
        requireNonNull(since, "since");
    }

    static AlarmState unchecked(Instant now) {
        return new AlarmState("INSUFFICIENT_DATA", "Unchecked: Initial alarm creation", Optional.empty(), now);
    }

    static boolean exists(String value) {
        return ACTIONS_OF.containsKey(value);
    }

    /** Whether the alarm has gone off. */
    public boolean isAlarm() {
        return value.equals("ALARM");
    }

    /** The member that names the actions of this state. */
    String actionMember() {
        return ACTIONS_OF.get(value);
    }

    /** This state as the one after another: the time stays when the state does. */
    AlarmState after(AlarmState before) {
        return value.equals(before.value) ? new AlarmState(value, reason, reasonData, before.since) : this;
    }
}
