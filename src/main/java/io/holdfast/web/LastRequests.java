package io.holdfast.web;

import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Closes a connection behind a chunked body. A Content-Length beside it is dropped before anybody can see it, and whoever
 * sends both wants somebody on the way to see one request where we see two; so nothing is taken from behind it (RFC 9112,
 * section 6.3).
 */
final class LastRequests {
    private final Set<HttpConnection> ending =
            Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

    /** Whether a request may be answered: not when it comes behind the last one of its connection. */
    boolean admit(RoutingContext routing) {
        HttpConnection connection = routing.request().connection();
        if (ending.contains(connection)) {
            return false;
        }
        if (routing.request().headers().contains("Transfer-Encoding")) {
            ending.add(connection);
            routing.response().putHeader("Connection", "close");
            routing.addEndHandler(answered -> connection.close());
        }
        return true;
    }
}
