package io.holdfast.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when somebody wants something: a time in UTC, to the second or finer. */
@Schema(type = SchemaType.STRING, format = "date-time")
record Deadline(@JsonValue Instant at) {
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** As a body says it. */
    @JsonCreator
    static Deadline parse(String text) {
        try {
            Instant at = Instant.parse(text);
            if (at.isAfter(LATEST)) {
                throw strange();
            }
            return new Deadline(at);
        } catch (DateTimeParseException other) {
            throw strange();
        }
    }

    private static BadRequestException strange() {
        return new BadRequestException("a time is written in UTC, such as 2027-01-31T18:00:00Z");
    }

    /** The time, unless it is over: what ends before it begins is a slip of the pen, and would hold nothing. */
    Instant after(Instant now) {
        if (!at.isAfter(now)) {
            throw new BadRequestException(
                    "until is " + at + ", and it is " + now + " already; nothing was done. Leave it out for no end");
        }
        return at;
    }
}
