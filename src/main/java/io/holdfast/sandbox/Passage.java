package io.holdfast.sandbox;

import io.holdfast.sandbox.fault.Answer;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Attempt;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** One call's way through the faults to its effect. */
final class Passage implements Attempt {

    private final Sandbox sandbox;
    private final Asked asked;
    private int nextRule;

    Passage(Sandbox sandbox, Asked asked) {
        this.sandbox = sandbox;
        this.asked = asked;
    }

    @Override
    public Answer proceed() {
        var strike = sandbox.faults().next(nextRule, this);
        if (strike.isEmpty()) {
            return effect();
        }
        nextRule = strike.get().next();
        return strike.get().fault().strike(this);
    }

    @Override
    public void proceedLater(Duration delay) {
        sandbox.timeline().after(delay, this::effect);
    }

    @Override
    public Answer before(int writes) {
        var history = sandbox.history();
        var left = writes;
        for (int i = history.size() - 1; i >= 0; i--) {
            if (isOfThisService(history.get(i)) && --left == 0) {
                return past(history.subList(0, i), history.get(i).time());
            }
        }
        return left == writes ? proceed() : past(List.of(), now());
    }

    @Override
    public boolean hasWritten(Api api, Duration within) {
        return sandbox.history().stream().anyMatch(isRecent(api, within));
    }

    @Override
    public Answer without(Api api, Duration within) {
        var seen = sandbox.history().stream()
                .filter(isRecent(api, within).negate())
                .toList();
        return past(seen, now());
    }

    @Override
    public void byOther(String service, String operation, Input input) {
        new Passage(sandbox, new Asked(account(), region(), service, operation, input, "")).effect();
    }

    @Override
    public String account() {
        return asked.account();
    }

    @Override
    public String region() {
        return asked.region();
    }

    @Override
    public String service() {
        return asked.service();
    }

    @Override
    public String operation() {
        return asked.operation();
    }

    @Override
    public Input input() {
        return asked.input();
    }

    @Override
    public boolean isRead() {
        return asked.isRead();
    }

    @Override
    public Instant now() {
        return sandbox.timeline().now();
    }

    private Answer effect() {
        try {
            return Answer.of(sandbox.perform(asked));
        } catch (AwsError refusal) {
            return Answer.refusal(refusal);
        }
    }

    private Answer past(List<History.Write> writes, Instant time) {
        try {
            return Answer.of(sandbox.past().answer(writes, time, asked));
        } catch (AwsError refusal) {
            return Answer.refusal(refusal);
        }
    }

    private boolean isOfThisService(History.Write write) {
        return write.asked().isSameWorld(asked) && write.asked().service().equals(asked.service());
    }

    private Predicate<History.Write> isRecent(Api api, Duration within) {
        var since = now().minus(within);
        return write -> write.asked().isSameWorld(asked)
                && write.time().isAfter(since)
                && api.matches(
                        write.asked().service(),
                        write.asked().operation(),
                        write.asked().input());
    }
}
