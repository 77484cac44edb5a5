package io.holdfast.kind;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.AwsAccessPool;
import io.holdfast.aws.AwsSettings;
import io.holdfast.aws.Ticker;
import io.holdfast.model.Ask;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Difference;
import io.holdfast.model.Expectation;
import io.holdfast.model.Handler;
import io.holdfast.model.Observed;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Step;
import io.holdfast.sandbox.Accounts;
import io.holdfast.sandbox.Service;
import io.holdfast.sandbox.TestSandbox;
import io.holdfast.sandbox.autoscaling.AutoScaling;
import io.holdfast.sandbox.ecs.Ecs;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import io.holdfast.sandbox.sts.Sts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A sandbox, the real SDK, and the steps of the loop by hand. */
public final class Stage {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final TestSandbox sandbox;
    private final AwsAccess access;

    public Stage() {
        Map<String, Service> services =
                Map.of(Ecs.NAME, new Ecs(), Sts.NAME, new Sts(), AutoScaling.NAME, new AutoScaling());
        this.sandbox = new TestSandbox(services);
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "not-a-secret"));
        AwsSettings settings = AwsSettings.of(sandbox.http(), credentials, "holdfast-1")
                .at(URI.create("http://sandbox"))
                .gatheringFor(Duration.ofMinutes(5))
                .timedBy(sandbox.clock(), noWaiting());
        this.access =
                new AwsAccessPool(settings).of(new AwsTarget(Accounts.DEFAULT, TestSandbox.REGION, Optional.empty()));
    }

    public AwsAccess access() {
        return access;
    }

    public TestSandbox sandbox() {
        return sandbox;
    }

    /** Lets certain calls go wrong. */
    public void inject(Fault fault, Api api, Selector selector) {
        sandbox.sandbox().faults().inject(fault, api, selector);
    }

    /** The operations asked so far that change something. */
    public List<String> writes() {
        return sandbox.sandbox().log().writes().stream()
                .map(it -> it.operation())
                .toList();
    }

    public <S> Outcome create(Handler<S> handler, ResourceId id, S desired) {
        return handler.actuator().create(order(id, desired, Optional.empty()));
    }

    public <S> Observed<S> observe(Handler<S> handler, ResourceId id, S desired) {
        return observe(handler, id, desired, Optional.empty());
    }

    public <S> Observed<S> observe(Handler<S> handler, ResourceId id, S desired, Optional<Expectation> expectation) {
        String key = handler.kind().key(desired);
        return handler.observer()
                .observe(List.of(new Ask<>(id, key, Optional.of(desired), expectation)))
                .get(id);
    }

    public <S> Observed.Present<S> present(Handler<S> handler, ResourceId id, S desired) {
        return observe(handler, id, desired).present().orElseThrow();
    }

    public <S> List<Difference> differences(Handler<S> handler, ResourceId id, S desired) {
        return handler.kind()
                .fields()
                .differences(desired, present(handler, id, desired).state());
    }

    /** Makes every call of a change that these differences need; the last outcome. */
    public <S> Outcome repair(Handler<S> handler, ResourceId id, S desired) {
        Outcome outcome = Outcome.done();
        for (Step step : handler.kind().steps(differences(handler, id, desired))) {
            outcome = update(handler, id, desired, step);
        }
        return outcome;
    }

    public <S> Outcome update(Handler<S> handler, ResourceId id, S desired, Step step) {
        return handler.actuator().update(order(id, desired, Optional.of(present(handler, id, desired))), step);
    }

    public <S> Outcome adopt(Handler<S> handler, ResourceId id, S desired) {
        return handler.actuator().adopt(order(id, desired, Optional.of(present(handler, id, desired))));
    }

    /** What remains of an outcome that AWS finishes later. */
    public Optional<Expectation> expectation(Outcome outcome, String... paths) {
        return outcome instanceof Outcome.Underway it
                ? Optional.of(new Expectation(
                        "digest",
                        it.token(),
                        List.of(paths),
                        true,
                        sandbox.clock().instant(),
                        sandbox.clock().instant().plus(it.patience())))
                : Optional.empty();
    }

    private <S> Order<S> order(ResourceId id, S desired, Optional<Observed.Present<S>> live) {
        return new Order<>(id, desired, live, access.marks().of(id), TOKEN);
    }

    private static Ticker noWaiting() {
        return new Ticker() {
            private long nanos;

            @Override
            public synchronized long nanos() {
                return nanos;
            }

            @Override
            public synchronized void pause(Duration wait) {
                nanos += wait.toNanos();
            }
        };
    }
}
