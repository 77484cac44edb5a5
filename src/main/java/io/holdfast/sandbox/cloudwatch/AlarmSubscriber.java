package io.holdfast.sandbox.cloudwatch;

/** Somebody whom the action of an alarm reaches. */
@FunctionalInterface
public interface AlarmSubscriber {

    /**
     * The alarm is in a state that has this action. Told when it comes into the state, and again at the end of every period for which
     * it stays there, as CloudWatch does for scaling actions.
     */
    void alarmed(Alarm alarm, String actionArn);
}
