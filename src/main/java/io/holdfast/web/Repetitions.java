package io.holdfast.web;

import io.holdfast.ledger.Answer;
import io.holdfast.ledger.AnswerKey;
import io.holdfast.ledger.Answers;
import io.holdfast.ledger.Claim;
import io.holdfast.ledger.LedgerUnavailable;
import io.holdfast.model.Actor;
import io.holdfast.model.Digest;
import io.holdfast.web.guard.CurrentVisitor;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Lets a request that carries an {@code Idempotency-Key} be sent again without being done again: the first answer is
 * given once more. Only what succeeded is remembered; what was refused changed nothing, and may succeed next time.
 */
@Provider
@Priority(Priorities.USER + 1)
public class Repetitions implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(Repetitions.class);

    static final String HEADER = "Idempotency-Key";
    static final String REPEATED = "Idempotent-Replayed";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final String HELD = Repetitions.class.getName();
    /** Answers to actions are a few hundred bytes; one that is not is answered, and not remembered. */
    private static final int LONGEST = 65_536;

    private final Answers answers;
    private final CurrentVisitor visitor;
    private final EntityText texts;

    /** Made by JAX-RS. */
    @Inject
    public Repetitions(Answers answers, CurrentVisitor visitor, EntityText texts) {
        this.answers = answers;
        this.visitor = visitor;
        this.texts = texts;
    }

    private record Held(AnswerKey key, Claim.Yours claim) {}

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        List<String> keys = request.getHeaders().getOrDefault(HEADER, List.of());
        Optional<Actor> actor = visitor.get().actor();
        if (keys.isEmpty() || Methods.isLook(request.getMethod()) || actor.isEmpty()) {
            return;
        }
        if (keys.size() > 1 || !KEY.matcher(keys.get(0)).matches()) {
            throw new BadRequestException(HEADER + " is given once, and has 1 to 128 visible ASCII characters");
        }
        String target =
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawSchemeSpecificPart();
        AnswerKey key = new AnswerKey(actor.get(), target, keys.get(0));
        meet(request, key, answers.claim(key, Digest.full(body(request))));
    }

    private static String body(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return request.getMediaType() + "\n" + new String(body, StandardCharsets.ISO_8859_1);
    }

    private static void meet(ContainerRequestContext request, AnswerKey key, Claim claim) {
        if (claim instanceof Claim.Yours yours) {
            request.setProperty(HELD, new Held(key, yours));
        } else if (claim instanceof Claim.Done done) {
            request.abortWith(repeated(done.answer()));
        } else if (claim instanceof Claim.Underway) {
            Response.Status status = Response.Status.CONFLICT;
            request.abortWith(Problems.answer(
                    status.getStatusCode(),
                    status.getReasonPhrase(),
                    "the request of this " + HEADER + " is being worked on; ask again in a moment"));
        } else {
            request.abortWith(Problems.answer(
                    Unprocessable.STATUS,
                    "Unprocessable Content",
                    "this " + HEADER + " was used with another body; a new request takes a new key"));
        }
    }

    private static Response repeated(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header(REPEATED, "true");
        answer.type().ifPresent(it -> response.type(it).entity(answer.body()));
        return response.build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(HELD) instanceof Held held)) {
            return;
        }
        try {
            end(held, response);
        } catch (LedgerUnavailable away) {
            // What was asked for is done, and that is what the caller must hear; the claim runs out by itself.
            LOG.warnf("%s; a repetition of the request is refused for a while, then done again", away.getMessage());
        }
    }

    private void end(Held held, ContainerResponseContext response) {
        String body = response.hasEntity() ? texts.of(response.getEntity()) : "";
        boolean isDone = response.getStatusInfo().getFamily() == Family.SUCCESSFUL;
        if (isDone && body.length() <= LONGEST) {
            Optional<String> type = Optional.ofNullable(response.getMediaType()).map(MediaType::toString);
            answers.keep(held.key(), held.claim(), new Answer(response.getStatus(), type, body));
        } else {
            answers.release(held.key(), held.claim());
        }
    }
}
