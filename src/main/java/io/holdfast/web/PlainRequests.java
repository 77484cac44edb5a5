package io.holdfast.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses what a proxy before us, or a library behind us, could read differently from us: detours in paths, bodies of
 * doubtful length, and encodings that would have to be undone to know what is asked. Nothing that is honestly meant needs
 * any of these.
 */
@ApplicationScoped
class PlainRequests {
    /** Before the handlers that find out who it is. */
    private static final int ORDER = -500;

    /** Segments of dots or of nothing; what begins a parameter in a segment; slashes and controls in disguise. */
    private static final Pattern DETOUR =
            Pattern.compile("//|/\\.{1,2}(/|$)|[;\\\\]|%2e|%2f|%3b|%5c|%[01][0-9a-f]|%7f", Pattern.CASE_INSENSITIVE);

    private static final Pattern UTF_8 =
            Pattern.compile("[^;]*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    private final LastRequests lasts = new LastRequests();
    private final RawProblems problems;

    PlainRequests(RawProblems problems) {
        this.problems = problems;
    }

    /** Why a request is not taken. */
    private record Refusal(Status status, String why) {}

    void look(@Observes Router router) {
        router.route().order(ORDER).handler(this::admit).failureHandler(this::failed);
    }

    private void admit(RoutingContext routing) {
        if (lasts.admit(routing)) {
            refusal(routing.request())
                    .ifPresentOrElse(it -> problems.answer(routing, it.status(), it.why()), routing::next);
        }
    }

    /** What the framework finds wrong with a request before it is ours, such as that it names no Host. */
    private void failed(RoutingContext routing) {
        if (routing.statusCode() == Status.BAD_REQUEST.getStatusCode()) {
            problems.answer(routing, Status.BAD_REQUEST, "this is no request as HTTP has it");
        } else {
            routing.next();
        }
    }

    private static Optional<Refusal> refusal(HttpServerRequest request) {
        if (DETOUR.matcher(pathOf(request)).find()) {
            return because(
                    Status.BAD_REQUEST,
                    "a path is made of plain segments: no empty ones, no dots alone, no ; and no slash, dot or control"
                            + " character in disguise");
        }
        if (request.headers().getAll("Transfer-Encoding").stream().anyMatch(it -> !it.equalsIgnoreCase("chunked"))) {
            return because(Status.BAD_REQUEST, "a body is sent in one piece or chunked");
        }
        if (!"identity".equalsIgnoreCase(orElse(request.getHeader("Content-Encoding"), "identity"))) {
            return because(Status.UNSUPPORTED_MEDIA_TYPE, "a body is sent as it is, not compressed");
        }
        if (hasBody(request)
                && !UTF_8.matcher(orElse(request.getHeader("Content-Type"), "")).matches()) {
            return because(Status.UNSUPPORTED_MEDIA_TYPE, "a body is sent in UTF-8, its type without other parameters");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> because(Status status, String why) {
        return Optional.of(new Refusal(status, why));
    }

    /** As it was sent: the framework's own notion of it is tidied up already. */
    private static String pathOf(HttpServerRequest request) {
        String uri = request.uri();
        String path = uri.split("\\?", 2)[0];
        return path.startsWith("/") ? path : path.replaceFirst("^[A-Za-z]+://[^/]*", "");
    }

    private static boolean hasBody(HttpServerRequest request) {
        return !"0".equals(orElse(request.getHeader("Content-Length"), "0"))
                || request.headers().contains("Transfer-Encoding");
    }

    private static String orElse(String header, String absent) {
        return header == null ? absent : header;
    }
}
