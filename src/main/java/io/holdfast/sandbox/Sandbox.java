package io.holdfast.sandbox;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.fault.Answer;
import io.holdfast.sandbox.fault.Faults;
import io.holdfast.sandbox.iam.Iam;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Encoded;
import io.holdfast.sandbox.wire.Operation;
import io.holdfast.sandbox.wire.Protocol;
import io.holdfast.sandbox.wire.Signature;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * AWS, as far as it is implemented: a request goes in, a response comes out. Same seed, same clock, same requests, same answers.
 *
 * <p>The service and the region come from the request's credential scope, the account from its access key ({@link Accounts}). One
 * request is answered at a time.
 */
public final class Sandbox {

    /** AWS's own limit for these APIs is about this size. */
    static final int LARGEST_BODY = 1 << 20;

    private static final int TOO_LARGE = 413;

    private final long seed;
    private final Cloud cloud;
    private final Past past;
    private final History history = new History();
    private final Faults faults = new Faults();
    private final CallLog log = new CallLog();
    private long requests;

    /**
     * An empty AWS.
     *
     * @param clock what time it is there
     * @param pace how fast things happen there
     * @param seed where its ids come from
     * @param services the services by signing name, such as {@code ecs} or {@code monitoring}
     */
    public Sandbox(Clock clock, Pace pace, long seed, Map<String, Service> services) {
        requireNonNull(clock, "clock");
        requireNonNull(pace, "pace");
        this.seed = seed;
        this.cloud = new Cloud(clock, pace, seed, services);
        this.past = new Past(pace, Map.copyOf(services));
    }

    /**
     * Answers a request, after everything that was due has happened.
     *
     * @throws ConnectionLost when a fault lets the client see no answer
     */
    public synchronized WireResponse handle(WireRequest request) {
        cloud.timeline().settle();
        return cloud.timeline().holding(cloud.timeline().now(), () -> answer(request));
    }

    /** Lets everything happen that is due, without a request. */
    public synchronized void settle() {
        cloud.timeline().settle();
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** What was asked so far. */
    public CallLog log() {
        return log;
    }

    /**
     * What an account holds in a region. Changes made here by hand are not part of the past that {@link
     * io.holdfast.sandbox.fault.Fault#stale} and {@code hide} replay.
     */
    public synchronized World world(String account, String region) {
        return cloud.world(account, region);
    }

    Timeline timeline() {
        return cloud.timeline();
    }

    Past past() {
        return past;
    }

    List<History.Write> history() {
        return history.writes();
    }

    /** The effect of a call, remembered if it changed something. */
    Map<String, Object> perform(Asked asked) {
        var chance = cloud.draw();
        var output = cloud.perform(asked, chance);
        if (!asked.isRead()) {
            history.add(new History.Write(cloud.timeline().now(), chance, asked));
        }
        return output;
    }

    private WireResponse answer(WireRequest request) {
        var protocol = Protocol.of(request.headers());
        var requestId = new UUID(seed, ++requests).toString();
        try {
            var asked = read(protocol, request);
            return answer(asked, protocol, requestId);
        } catch (AwsError unreadable) {
            return response(protocol.refuse("", unreadable, requestId));
        }
    }

    private Asked read(Protocol protocol, WireRequest request) {
        if (request.body().length > LARGEST_BODY) {
            throw new AwsError(
                    TOO_LARGE, "RequestEntityTooLarge", "The body is larger than " + LARGEST_BODY + " bytes.");
        }
        var signature = Signature.of(request.header("authorization"));
        cloud.checkOffered(signature.service());
        Operation operation = protocol.read(request.path(), request.headers(), request.body());
        return new Asked(
                Accounts.of(signature.accessKey()),
                signature.service().equals(Iam.NAME) ? Iam.REGION : signature.region(),
                signature.service(),
                operation.name(),
                operation.input(),
                signature.accessKey());
    }

    private WireResponse answer(Asked asked, Protocol protocol, String requestId) {
        try {
            var answer = new Passage(this, asked).proceed();
            log.add(
                    cloud.timeline().now(),
                    asked,
                    answer.error().map(AwsError::code).orElse("ok"));
            return answer.onTheWire().apply(response(encoded(answer, asked, protocol, requestId)));
        } catch (ConnectionLost lost) {
            log.add(cloud.timeline().now(), asked, lost.isTimeout() ? "timeout" : "closed");
            throw lost;
        }
    }

    private static Encoded encoded(Answer answer, Asked asked, Protocol protocol, String requestId) {
        return answer.error()
                .map(error -> protocol.refuse(asked.service(), error, requestId))
                .orElseGet(() -> protocol.answer(asked.service(), asked.operation(), answer.output(), requestId));
    }

    private static WireResponse response(Encoded encoded) {
        return new WireResponse(encoded.status(), encoded.headers(), encoded.body());
    }
}
