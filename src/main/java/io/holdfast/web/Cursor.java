package io.holdfast.web;

import jakarta.ws.rs.BadRequestException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a page begins, as a query says it: what the page before gave as its next; empty for the first page. */
@Schema(type = SchemaType.STRING)
record Cursor(String text) {
    static final String FIRST = "";

    /** Called by JAX-RS. */
    Cursor {
        if (!text.matches("[\\x21-\\x7e]{0,512}")) {
            throw strange();
        }
    }

    boolean isFirst() {
        return text.isEmpty();
    }

    /** Whether an item comes behind it, in the order of names. */
    boolean isBefore(String name) {
        return name.compareTo(text) > 0;
    }

    /** As the place of an event. */
    long number() {
        if (!text.matches("[0-9]{1,18}")) {
            throw strange();
        }
        return Long.parseLong(text);
    }

    private static BadRequestException strange() {
        return new BadRequestException("cursor must be the next of an earlier page");
    }
}
