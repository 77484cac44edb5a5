package io.holdfast.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which form a report is wanted. */
@SuppressWarnings("ImmutableEnumChecker") // a MediaType never changes, it only does not say so
enum Format {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    TEXT(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8")),
    MARKDOWN(new MediaType("text", "markdown", "UTF-8"));

    private final MediaType type;

    Format(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /** What the query asks for, else the first type of the Accept header that we have. */
    static Format of(String asked, HttpHeaders headers) {
        return asked.isEmpty() ? accepted(headers) : named(asked);
    }

    private static Format named(String name) {
        return Arrays.stream(values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("format must be json, text or markdown"));
    }

    private static Format accepted(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .map(Format::compatible)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () -> new NotAcceptableException("there is application/json, text/plain and text/markdown"));
    }

    private static Optional<Format> compatible(MediaType wanted) {
        return Arrays.stream(values())
                .filter(it -> it.type.isCompatible(wanted))
                .findFirst();
    }
}
