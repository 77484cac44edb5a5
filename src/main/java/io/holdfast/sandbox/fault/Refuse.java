package io.holdfast.sandbox.fault;

import io.holdfast.sandbox.wire.AwsError;

/** An error answer, before the effect or in spite of it. */
record Refuse(int status, String code, boolean afterEffect) implements Fault {

    @Override
    public String name() {
        return afterEffect ? "refuse-after-effect" : "refuse";
    }

    @Override
    public Answer strike(Attempt attempt) {
        if (afterEffect) {
            attempt.proceed();
        }
        return Answer.refusal(new AwsError(status, code, "Injected: " + code + " for " + attempt.operation() + "."));
    }
}
