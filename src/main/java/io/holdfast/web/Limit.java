package io.holdfast.web;

import jakarta.ws.rs.BadRequestException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many items a page may hold, as a query says it: from 1 to {@value #MOST}. */
@Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500")
record Limit(int items) {
    static final String DEFAULT = "100";
    private static final int MOST = 500;

    /** Called by JAX-RS; its own answer to a number it cannot read would be 404. */
    public static Limit fromString(String text) {
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST) {
            throw new BadRequestException("limit must be a number from 1 to " + MOST);
        }
        return new Limit(Integer.parseInt(text));
    }

    /** One more than a page holds tells whether there is another page. */
    int andOneMore() {
        return items + 1;
    }
}
