package io.holdfast.web.hook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Takes the body of a request as it comes, so much of it and no more, for so long and no longer. It holds no thread while
 * it waits. Whatever comes behind the answer is dropped.
 */
final class Body {
    /** The largest push GitHub, GitLab and Bitbucket were seen to describe is far below; a larger one is not needed to know that there was one. */
    static final int MOST = 65_536;

    private final Vertx vertx;
    private final Duration patience;
    private final int places;
    private final AtomicInteger inside = new AtomicInteger();

    /**
     * Takes bodies.
     *
     * @param patience how long one may take to come
     * @param places how many may be on their way at once
     */
    Body(Vertx vertx, Duration patience, int places) {
        this.vertx = vertx;
        this.patience = patience;
        this.places = places;
    }

    /** How many are on their way, or not answered yet. */
    int inside() {
        return inside.get();
    }

    boolean isFull() {
        return inside() >= places;
    }

    /** Keeps a place until the request is over, whichever way. */
    void enter(RoutingContext routing) {
        inside.incrementAndGet();
        routing.addEndHandler(gone -> inside.decrementAndGet());
    }

    /** Whoever waits for a body. One of the two is called, once; neither, when the sender goes away. */
    record Waiting(Consumer<byte[]> whole, Consumer<Outcome> refused) {}

    void take(HttpServerRequest request, Waiting waiting) {
        if (declared(request) > MOST) {
            waiting.refused().accept(Outcome.TOO_LARGE);
            return;
        }
        Reading reading = new Reading(request, waiting);
        long timer = vertx.setTimer(patience.toMillis(), late -> reading.refuse(Outcome.SLOW));
        request.exceptionHandler(gone -> reading.stop());
        request.handler(reading::more);
        request.endHandler(end -> reading.end());
        reading.onStop(() -> vertx.cancelTimer(timer));
        request.resume();
    }

    private static long declared(HttpServerRequest request) {
        try {
            String length = request.getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException strange) {
            // The server has its own opinion of such a request; what really comes is counted anyway.
            return 0;
        }
    }

    /** One body. All of it happens on the request's own event loop, one thing after the other. */
    private static final class Reading {
        private final HttpServerRequest request;
        private final Waiting waiting;
        private final Buffer received = Buffer.buffer();
        private Runnable stopped = () -> {};
        private boolean over;

        Reading(HttpServerRequest request, Waiting waiting) {
            this.request = request;
            this.waiting = waiting;
        }

        void onStop(Runnable action) {
            stopped = action;
        }

        void more(Buffer part) {
            if (over) {
                return;
            }
            if (received.length() + part.length() > MOST) {
                refuse(Outcome.TOO_LARGE);
                return;
            }
            received.appendBuffer(part);
        }

        void end() {
            if (!over) {
                stop();
                waiting.whole().accept(received.getBytes());
            }
        }

        void refuse(Outcome outcome) {
            if (!over) {
                stop();
                request.handler(rest -> {});
                waiting.refused().accept(outcome);
            }
        }

        void stop() {
            over = true;
            stopped.run();
        }
    }
}
