package io.holdfast.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What was answered to a request.
 *
 * @param status the HTTP status
 * @param type the media type of the body; absent where there was none
 * @param body as it was sent; empty where there was none
 */
public record Answer(int status, Optional<String> type, String body) {
    public Answer {
        requireNonNull(type, "type");
        requireNonNull(body, "body");
    }
}
