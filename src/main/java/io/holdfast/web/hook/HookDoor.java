package io.holdfast.web.hook;

import io.holdfast.web.RawProblems;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Where deliveries come in. */
@ApplicationScoped
class HookDoor {
    /** Behind what looks at the form of every request, and before anybody is asked for a token: none is needed here. */
    private static final int ORDER = -400;

    static final String PATH = "/hooks/git";

    private static final Logger LOG = Logger.getLogger(HookDoor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Bodies on their way at once: this times {@link Body#MOST} is the memory that strangers can make us use. */
    private static final int AT_ONCE = 64;

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Optional<Doorbell> bell;
    private final Crowd crowd;
    private final Body body;
    private final RawProblems problems;
    private final MeterRegistry registry;

    @Inject
    HookDoor(
            HookSettings settings,
            Wakeable source,
            Vertx vertx,
            RawProblems problems,
            MeterRegistry registry,
            Clock clock) {
        this(settings, source, new Body(vertx, PATIENCE, AT_ONCE), problems, registry, clock);
    }

    HookDoor(
            HookSettings settings,
            Wakeable source,
            Body body,
            RawProblems problems,
            MeterRegistry registry,
            Clock clock) {
        this.bell = settings.secrets().map(it -> new Doorbell(it, settings.watched(), source, clock));
        this.crowd = new Crowd(clock);
        this.body = body;
        this.problems = problems;
        this.registry = registry;
    }

    /** Where nobody could prove anything there is no door, and the path answers like any that does not exist. */
    void open(@Observes Router router) {
        bell.ifPresent(it -> {
            HookMeters meters = new HookMeters(registry);
            router.route(PATH).order(ORDER).handler(routing -> new Visit(routing, it, meters).begin());
        });
    }

    /** One delivery, from the door to the answer. */
    private final class Visit {
        private final RoutingContext routing;
        private final HttpServerRequest request;
        private final Doorbell bell;
        private final HookMeters meters;

        Visit(RoutingContext routing, Doorbell bell, HookMeters meters) {
            this.routing = routing;
            this.request = routing.request();
            this.bell = bell;
            this.meters = meters;
        }

        void begin() {
            if (!request.path().equals(PATH)) {
                routing.next();
            } else if (!request.method().equals(HttpMethod.POST)) {
                routing.response().putHeader("Allow", "POST");
                problems.answer(routing, Status.METHOD_NOT_ALLOWED, "deliveries are sent by POST");
            } else {
                enter();
            }
        }

        private void enter() {
            Duration wait = body.isFull() ? A_MOMENT : crowd.ask(source(request.remoteAddress()));
            if (!wait.isZero()) {
                routing.response().putHeader("Retry-After", String.valueOf(wait.toSeconds() + 1));
                refuse(Outcome.LIMITED);
                return;
            }
            body.enter(routing);
            body.take(request, new Body.Waiting(this::judge, this::refuse));
        }

        /** Beside the event loop: secrets are read from a file, and a signature takes its time. */
        private void judge(byte[] whole) {
            Delivery delivery = Delivery.of(request.headers(), whole);
            routing.vertx()
                    .executeBlocking(() -> bell.ring(delivery), false)
                    .onSuccess(this::answer)
                    .onFailure(routing::fail);
        }

        /** What is left of the body would otherwise be read as the next request. */
        private void refuse(Outcome outcome) {
            routing.response().putHeader("Connection", "close");
            routing.addEndHandler(answered -> request.connection().close());
            answer(outcome);
        }

        private void answer(Outcome outcome) {
            meters.count(outcome);
            LOG.debugf("a delivery from %s: %s", source(request.remoteAddress()), outcome.word());
            if (routing.response().ended() || routing.response().closed()) {
                return;
            }
            if (outcome.isTaken()) {
                routing.response()
                        .setStatusCode(outcome.status().getStatusCode())
                        .putHeader("Content-Type", "application/json")
                        .end("{\"outcome\":\"" + outcome.word() + "\",\"detail\":\"" + outcome.detail() + "\"}");
            } else {
                if (outcome == Outcome.UNPROVED) {
                    routing.response().putHeader("WWW-Authenticate", "HMAC-SHA256");
                }
                problems.answer(routing, outcome.status(), outcome.detail());
            }
        }
    }

    /** Whose deliveries are counted together: an address, or what one household gets of the new ones. */
    static String source(SocketAddress address) {
        String host = address == null ? null : address.hostAddress();
        return host == null ? "unknown" : Source.of(host);
    }
}
